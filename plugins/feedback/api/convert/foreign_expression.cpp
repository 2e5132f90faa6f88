#include "plugins/feedback/api/convert/foreign_expression.hpp"

#include "app/base/text.hpp"
#include "app/base/utf8.hpp"
#include "plugins/feedback/model/expression.hpp"

#include <optional>
#include <utility>
#include <variant>

namespace alongside::feedback {
namespace {

using Kind = ForeignNode::Kind;

constexpr std::size_t most_foreign_bytes = 4'000;
constexpr int deepest_foreign = 30;

Error cannot_read(std::string what) { return {ErrorCode::InvalidInput, std::move(what)}; }

bool begins_word(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c & 0x80) != 0; }

struct ForeignOperator {
  std::string_view written, ours;
  int binds;  // the tighter, the higher
};
constexpr ForeignOperator signs[] = {{"&&", "and", 2}, {"||", "or", 1}, {"==", "=", 3},  {"!=", "!=", 3},
                                     {"<>", "!=", 3},  {"<=", "<=", 4}, {">=", ">=", 4}, {"=", "=", 3},
                                     {"<", "<", 4},    {">", ">", 4},   {"+", "+", 5},   {"-", "-", 5},
                                     {"*", "*", 6},    {"/", "/", 6},   {"%", "%", 6}};
constexpr ForeignOperator words_between[] = {{"and", "and", 2}, {"or", "or", 1}, {"div", "/", 6}, {"mod", "%", 6},
                                             {"eq", "=", 3},    {"ne", "!=", 3}, {"lt", "<", 4},  {"le", "<=", 4},
                                             {"gt", ">", 4},    {"ge", ">=", 4}};

class ForeignReader {
 public:
  ForeignReader(std::string_view text, ForeignTongue tongue) : text_(text), tongue_(tongue) {}

  Result<ForeignNode> whole() {
    if (text_.size() > most_foreign_bytes) return cannot_read("it is longer than 4,000 characters");
    if (tongue_ == ForeignTongue::XPath && text_.find("instance(") != text_.npos)
      return cannot_read("it looks something up in another list");
    ForeignNode node = ALONGSIDE_TRY(between(0));
    skip();
    if (at_ < text_.size())
      return cannot_read("\"" + std::string(text_prefix(text_.substr(at_), 20)) + "\" is not understood");
    return node;
  }

 private:
  void skip() {
    while (at_ < text_.size() && std::string_view(" \t\r\n").find(text_[at_]) != std::string_view::npos) ++at_;
  }
  bool take(std::string_view sign) {
    skip();
    if (!text_.substr(at_).starts_with(sign)) return false;
    at_ += sign.size();
    return true;
  }

  std::string_view word_here() const {
    std::size_t end = at_;
    const std::string_view more = tongue_ == ForeignTongue::XPath ? ".-:" : ".";
    while (end < text_.size() && (begins_word(text_[end]) || is_digit(text_[end]) ||
                                  (end > at_ && more.find(text_[end]) != std::string_view::npos)))
      ++end;
    return text_.substr(at_, end - at_);
  }

  std::optional<ForeignOperator> operator_here(int least) {
    skip();
    if (at_ < text_.size() && begins_word(text_[at_])) {
      const std::string_view word = word_here();
      for (const ForeignOperator& one : words_between) {
        if (one.written == word && one.binds >= least) return one;
      }
      return std::nullopt;
    }
    for (const ForeignOperator& one : signs) {
      if (text_.substr(at_).starts_with(one.written)) return one.binds >= least ? std::optional(one) : std::nullopt;
    }
    return std::nullopt;
  }

  // Operators that bind at least so tightly, from the left.
  Result<ForeignNode> between(int least) {
    if (++depth_ > deepest_foreign) return cannot_read("brackets stand too deep inside each other");
    ForeignNode left = ALONGSIDE_TRY(single());
    while (const auto found = operator_here(least)) {
      at_ += found->written.size();
      ForeignNode right = ALONGSIDE_TRY(between(found->binds + 1));
      ForeignNode both{Kind::Operator, std::string(found->ours), {}};
      both.parts.push_back(std::move(left));
      both.parts.push_back(std::move(right));
      left = std::move(both);
    }
    --depth_;
    return left;
  }

  Result<ForeignNode> single() {
    skip();
    if (at_ >= text_.size()) return cannot_read("it ends too early");
    const char c = text_[at_];
    if (c == '!' || c == '-') {
      ++at_;
      ForeignNode node{c == '!' ? Kind::Not : Kind::Minus, {}, {}};
      node.parts.push_back(ALONGSIDE_TRY(between(7)));
      return node;
    }
    if (take("(")) {
      ForeignNode node = ALONGSIDE_TRY(between(0));
      if (!take(")")) return cannot_read("a bracket is never closed");
      return node;
    }
    if (c == '\'' || c == '"') return quoted(c);
    if (c == '$' || c == '{') return reference();
    if (is_digit(c) || (c == '.' && at_ + 1 < text_.size() && is_digit(text_[at_ + 1]))) return number();
    if (c == '.' && !text_.substr(at_).starts_with("..")) {
      ++at_;
      return ForeignNode{Kind::Here, {}, {}};
    }
    return begins_word(c)
               ? word()
               : cannot_read("\"" + std::string(text_prefix(text_.substr(at_), 12)) + "\" is not understood");
  }

  Result<ForeignNode> quoted(char quote) {
    const std::size_t end = text_.find(quote, at_ + 1);
    if (end == text_.npos) return cannot_read("a quote is never closed");
    ForeignNode node{Kind::Text, std::string(text_.substr(at_ + 1, end - at_ - 1)), {}};
    at_ = end + 1;
    return node;
  }

  Result<ForeignNode> reference() {
    const std::size_t begin = text_[at_] == '$' ? at_ + 2 : at_ + 1, end = text_.find('}', at_);
    if (end == text_.npos || text_[begin - 1] != '{') return cannot_read("${ is never closed");
    ForeignNode node{Kind::Reference, std::string(trim(text_.substr(begin, end - begin))), {}};
    at_ = end + 1;
    return node;
  }

  Result<ForeignNode> number() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && (is_digit(text_[at_]) || text_[at_] == '.')) ++at_;
    return ForeignNode{Kind::Number, std::string(text_.substr(begin, at_ - begin)), {}};
  }

  Result<ForeignNode> word() {
    ForeignNode node{Kind::Word, std::string(word_here()), {}};
    at_ += node.text.size();
    if (!take("(")) return node;
    node.kind = Kind::Call;
    if (take(")")) return node;
    do {
      node.parts.push_back(ALONGSIDE_TRY(between(0)));
    } while (take(","));
    if (!take(")")) return cannot_read("a bracket is never closed");
    return node;
  }

  std::string_view text_;
  ForeignTongue tongue_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

// "= ''" asks whether there is an answer.
Result<std::string> written_operator(const ForeignNode& node, const ForeignNames& names) {
  const auto is_nothing_written = [](const ForeignNode& part) { return part.kind == Kind::Text && part.text.empty(); };
  const bool compares = node.text == "=" || node.text == "!=";
  for (const std::size_t side : {0, 1}) {
    const ForeignNode& other_side = node.parts[1 - side];
    if (!compares || !is_nothing_written(node.parts[side]) || is_nothing_written(other_side)) continue;
    return "(" + ALONGSIDE_TRY(survey_part(other_side, names)) + (node.text == "=" ? " empty)" : " notempty)");
  }
  const std::string left = ALONGSIDE_TRY(survey_part(node.parts[0], names));
  return "(" + left + " " + node.text + " " + ALONGSIDE_TRY(survey_part(node.parts[1], names)) + ")";
}

}  // namespace

Result<ForeignNode> read_foreign(std::string_view text, ForeignTongue tongue) {
  return ForeignReader(text, tongue).whole();
}

Result<std::string> survey_text(std::string_view text) {
  const bool has_quote = text.find('\'') != text.npos;
  if ((has_quote && text.find('"') != text.npos) || text.find('\\') != text.npos)
    return cannot_read("a text has both kinds of quotes, or a backslash");
  const char quote = has_quote ? '"' : '\'';
  return quote + std::string(text) + quote;
}

Result<std::string> survey_call(std::string_view name, const ForeignNode& call, const ForeignNames& names) {
  std::string written = std::string(name) + "(";
  for (const ForeignNode& part : call.parts) {
    if (!written.ends_with('(')) written += ", ";
    written += ALONGSIDE_TRY(survey_part(part, names));
  }
  return written + ")";
}

Result<std::string> survey_part(const ForeignNode& node, const ForeignNames& names) {
  switch (node.kind) {
    case Kind::Text: return survey_text(node.text);
    case Kind::Number: return node.text;
    case Kind::Call: return names.call(node);
    case Kind::Operator: return written_operator(node, names);
    case Kind::Not: return "!(" + ALONGSIDE_TRY(survey_part(node.parts[0], names)) + ")";
    case Kind::Minus: return "(0 - " + ALONGSIDE_TRY(survey_part(node.parts[0], names)) + ")";
    case Kind::Reference:
    case Kind::Word:
    case Kind::Here: break;
  }
  return names.name(node);
}

Result<std::string> survey_expression(const ForeignNode& node, const ForeignNames& names) {
  std::string written = ALONGSIDE_TRY(survey_part(node, names));
  const auto parsed = parse_expression(written);
  if (const auto* fault = std::get_if<ExpressionFault>(&parsed))
    return cannot_read("it would not be one of ours: " + fault->what);
  return written;
}

}  // namespace alongside::feedback
