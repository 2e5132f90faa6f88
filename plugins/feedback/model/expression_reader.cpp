#include "plugins/feedback/model/expression_reader.hpp"

#include "app/base/text.hpp"
#include "plugins/feedback/model/coerce.hpp"
#include "plugins/feedback/model/numbers.hpp"

namespace alongside::feedback {
namespace {

constexpr bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
constexpr bool begins_word(char c) { return (lower(c) >= 'a' && lower(c) <= 'z') || c == '_'; }

}  // namespace

void ExpressionReader::skip_spaces() {
  while (!at_end() && is_space(text_[at_])) ++at_;
}

bool ExpressionReader::take(std::string_view word) {
  if (failed() || text_.size() - at_ < word.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (lower(text_[at_ + i]) != word[i]) return false;
  }
  at_ += word.size();
  return true;
}

void ExpressionReader::miss(std::string_view what) {
  if (missing_.what.empty() || at_ > missing_.at) missing_ = {at_, std::string(what)};
}

void ExpressionReader::fail(std::size_t at, std::string_view what) {
  if (!failed()) fault_ = ExpressionFault{at, std::string(what)};
}

std::optional<std::string> ExpressionReader::question() {
  if (failed() || at_end() || text_[at_] != '{') return std::nullopt;
  const std::size_t end = text_.find_first_of("{}", at_ + 1);
  if (end == text_.npos || text_[end] == '{') {
    fail(at_, "this { is never closed");
  } else if (end == at_ + 1) {
    fail(at_, "write the name of a question between { and }");
  }
  if (failed()) return std::nullopt;
  std::string name(text_.substr(at_ + 1, end - at_ - 1));
  at_ = end + 1;
  return name;
}

std::optional<std::string_view> ExpressionReader::function_name() {
  if (failed() || at_end() || !begins_word(text_[at_])) return std::nullopt;
  const std::size_t start = at_;
  const std::string_view name = word();
  if (!at_end() && text_[at_] == '(') {
    ++at_;
    return name;
  }
  at_ = start;
  return std::nullopt;
}

// In small letters only, and whatever follows.
bool ExpressionReader::nothing() {
  for (const std::string_view written : {"undefined", "null"}) {
    if (failed() || !text_.substr(at_).starts_with(written)) continue;
    at_ += written.size();
    return true;
  }
  return false;
}

std::optional<Value> ExpressionReader::literal() {
  if (take("true")) return Value::of_truth(true);
  if (take("false")) return Value::of_truth(false);
  if (failed() || at_end()) return std::nullopt;
  const char first = text_[at_];
  if (is_quote(first)) return quoted(first);
  if (is_digit(first) || first == '-') return number();
  if (begins_word(first)) return as_it_looks(Value::of_text(word()));
  return std::nullopt;
}

// Neither kind of quote may stand inside the other without a backslash before it.
std::optional<Value> ExpressionReader::quoted(char quote) {
  std::string words;
  std::size_t at = at_ + 1;
  while (at < text_.size()) {
    const bool is_escaped = text_[at] == '\\' && at + 1 < text_.size() && is_quote(text_[at + 1]);
    if (is_escaped) ++at;
    if (!is_escaped && is_quote(text_[at])) break;
    words += text_[at++];
  }
  if (at >= text_.size()) fail(at_, "these quotes are never closed");
  if (at < text_.size() && text_[at] != quote) fail(at, "write \\ before a quote that stands inside quotes");
  if (failed()) return std::nullopt;
  at_ = at + 1;
  return Value::of_text(words);
}

// A whole number has no nought in front of it, and there are digits on both sides of a point.
std::optional<Value> ExpressionReader::number() {
  if (text_.substr(at_).starts_with("0x")) {
    if (auto number = hexadecimal()) return number;
  }
  const std::size_t first = at_ + (text_[at_] == '-' ? 1 : 0);
  std::size_t end = first;
  while (end < text_.size() && is_digit(text_[end])) ++end;
  if (end == first) return std::nullopt;
  if (end + 1 < text_.size() && text_[end] == '.' && is_digit(text_[end + 1])) {
    ++end;
    while (end < text_.size() && is_digit(text_[end])) ++end;
  } else if (text_[first] == '0' && end > first + 1) {
    fail(at_, "write a number like 12 or 1.5");
    return std::nullopt;
  }
  const Value value = Value::of_number(number_of(text_.substr(at_, end - at_)));
  at_ = end;
  return value;
}

// As in SurveyJS, of the digits 0 to 9 alone.
std::optional<Value> ExpressionReader::hexadecimal() {
  std::size_t end = at_ + 2;
  while (end < text_.size() && is_digit(text_[end])) ++end;
  if (end == at_ + 2) return std::nullopt;
  const Value value = Value::of_number(number_of(text_.substr(at_, end - at_)));
  at_ = end;
  return value;
}

std::string_view ExpressionReader::word() {
  const std::size_t start = at_;
  while (!at_end() && (begins_word(text_[at_]) || is_digit(text_[at_]))) ++at_;
  return text_.substr(start, at_ - start);
}

}  // namespace alongside::feedback
