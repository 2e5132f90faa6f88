#include "plugins/feedback/model/expression_reader.hpp"

#include "app/base/text.hpp"
#include "plugins/feedback/model/numbers.hpp"

namespace alongside::feedback {
namespace {

constexpr bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
constexpr bool begins_word(char c) { return (lower(c) >= 'a' && lower(c) <= 'z') || c == '_'; }

bool same_word(std::string_view text, std::string_view word) {
  if (text.size() < word.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (lower(text[i]) != word[i]) return false;
  }
  return true;
}

}  // namespace

void ExpressionReader::skip_spaces() {
  while (!at_end() && is_space(text_[at_])) ++at_;
}

bool ExpressionReader::take(std::string_view word) {
  if (failed() || !same_word(text_.substr(at_), word)) return false;
  at_ += word.size();
  return true;
}

void ExpressionReader::fail(std::string_view what) {
  if (!failed()) fault_ = ExpressionFault{at_, std::string(what)};
}

std::optional<std::string> ExpressionReader::question() {
  if (failed() || at_end() || text_[at_] != '{') return std::nullopt;
  const std::size_t end = text_.find_first_of("{}", at_ + 1);
  if (end == text_.npos || text_[end] == '{') {
    fail("this { is never closed");
    return std::nullopt;
  }
  const std::string_view name = trim(text_.substr(at_ + 1, end - at_ - 1));
  if (name.empty() || name.front() == '#') {
    fail("write the name of a question between { and }");
    return std::nullopt;
  }
  at_ = end + 1;
  return std::string(name);
}

std::optional<Value> ExpressionReader::literal() {
  if (failed() || at_end()) return std::nullopt;
  const char first = text_[at_];
  if (first == '\'' || first == '"') return quoted(first);
  if (is_digit(first) || first == '-') return number();
  if (begins_word(first)) return word();
  return std::nullopt;
}

std::optional<Value> ExpressionReader::quoted(char quote) {
  std::string words;
  std::size_t at = at_ + 1;
  while (at < text_.size() && text_[at] != quote) {
    if (text_[at] == '\\' && at + 1 < text_.size()) ++at;
    words += text_[at++];
  }
  if (at >= text_.size()) {
    fail("these quotes are never closed");
    return std::nullopt;
  }
  at_ = at + 1;
  return Value::of_text(words);
}

// A whole number has no nought in front of it, and there are digits on both sides of a point.
std::optional<Value> ExpressionReader::number() {
  std::size_t end = at_ + (text_[at_] == '-' ? 1 : 0);
  const std::size_t digits = end;
  while (end < text_.size() && is_digit(text_[end])) ++end;
  const bool has_point = end < text_.size() && text_[end] == '.';
  const std::size_t fraction = end + 1;
  if (has_point) {
    ++end;
    while (end < text_.size() && is_digit(text_[end])) ++end;
  }
  const bool leads_with_nought = !has_point && end > digits + 1 && text_[digits] == '0';
  const auto number = number_of_text(text_.substr(at_, end - at_));
  if (end == digits || (has_point && (end == fraction || fraction == digits + 1)) || leads_with_nought || !number) {
    fail("write a number like 12 or 1.5");
    return std::nullopt;
  }
  at_ = end;
  return Value::of_number(*number);
}

Value ExpressionReader::word() {
  std::size_t end = at_;
  while (end < text_.size() && (begins_word(text_[end]) || is_digit(text_[end]))) ++end;
  const std::string_view word = text_.substr(at_, end - at_);
  at_ = end;
  if (same_word(word, "true") && word.size() == 4) return Value::of_truth(true);
  if (same_word(word, "false") && word.size() == 5) return Value::of_truth(false);
  if (word == "null" || word == "undefined") return {};
  return Value::of_text(word);
}

}  // namespace alongside::feedback
