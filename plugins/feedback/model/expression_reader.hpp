// ExpressionReader: the text of a condition, read from left to right: spaces, words, signs and
// literals. The lower half of parse_expression.
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

  std::optional<std::string> question();  // {name}
  std::optional<Value> literal();         // 'words', "words", 12, -1.5, true, null, bareword

  // The first fault stays: what comes after it is a consequence.
  void fail(std::string_view what);
  bool failed() const { return fault_.has_value(); }
  const std::optional<ExpressionFault>& fault() const { return fault_; }

 private:
  std::optional<Value> quoted(char quote);
  std::optional<Value> number();
  Value word();

  std::string_view text_;
  std::size_t at_ = 0;
  std::optional<ExpressionFault> fault_;
};

}  // namespace alongside::feedback
