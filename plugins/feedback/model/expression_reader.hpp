// ExpressionReader: the text of an expression, read from left to right: spaces, words, signs and
// literals. The lower half of parse_expression. It follows survey-core's grammar, which tries one thing
// after another: what does not stand here is no fault yet (miss), what can never be right is one (fail).
#pragma once

#include "plugins/feedback/model/expression.hpp"

#include <optional>
#include <string_view>

namespace alongside::feedback {

class ExpressionReader {
 public:
  explicit ExpressionReader(std::string_view text) : text_(text) {}

  void skip_spaces();
  bool at_end() const { return at_ == text_.size(); }
  std::size_t at() const { return at_; }
  void back_to(std::size_t at) { at_ = at; }
  // Takes `word` in either case if it stands here. As in SurveyJS nothing need follow a word.
  bool take(std::string_view word);
  // The first operator of `table` that stands here.
  struct Sign {
    std::string_view text;
    ExpressionOp op;
  };
  template <std::size_t size>
  std::optional<ExpressionOp> take_any(const Sign (&table)[size]) {
    for (const Sign& sign : table) {
      if (take(sign.text)) return sign.op;
    }
    return std::nullopt;
  }

  std::optional<std::string> question();            // {name}
  std::optional<std::string_view> function_name();  // word(
  bool nothing();                                   // null, undefined
  std::optional<Value> literal();                   // 'words', "words", 12, -1.5, 0x10, true, bareword

  // The furthest place where something was missing is what a person is told.
  void miss(std::string_view what);
  // The first fault stays: what comes after it is a consequence.
  void fail(std::size_t at, std::string_view what);
  bool failed() const { return fault_.has_value(); }
  ExpressionFault fault() const { return fault_ ? *fault_ : missing_; }

 private:
  std::optional<Value> quoted(char quote);
  std::optional<Value> number();
  std::optional<Value> hexadecimal();
  std::string_view word();

  std::string_view text_;
  std::size_t at_ = 0;
  std::optional<ExpressionFault> fault_;
  ExpressionFault missing_;
};

}  // namespace alongside::feedback
