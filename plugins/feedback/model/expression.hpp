// Expression: a condition of a survey ("{liked} = 'yes' and {who} contains 'sister'"), parsed. The
// language is SurveyJS's, without arithmetic and functions: what is not understood is a fault with its
// place. Made once a definition; evaluated whenever an answer changes (evaluate.hpp).
#pragma once

#include "plugins/feedback/model/value.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace alongside::feedback {

enum class ExpressionOp : std::uint8_t {
  Literal,
  Question,
  List,
  Or,
  And,
  Equal,
  NotEqual,
  Less,
  LessOrEqual,
  Greater,
  GreaterOrEqual,
  Contains,
  NotContains,
  AnyOf,
  AllOf,
  NoneOf,
  Negate,
  Empty,
  NotEmpty,
};

struct ExpressionNode {
  ExpressionOp op = ExpressionOp::Literal;
  Value literal;
  std::string question;                 // its name, as written
  std::vector<std::uint32_t> children;  // each stands before this node
};

struct Expression {
  static constexpr std::size_t most_bytes = 4000;
  static constexpr int deepest = 32;  // brackets and negations inside each other

  std::vector<ExpressionNode> nodes;  // children first: the last is the whole

  std::vector<std::string_view> questions() const;
};

struct ExpressionFault {
  std::size_t at = 0;  // byte
  std::string what;    // "this bracket is never closed"
};

std::variant<Expression, ExpressionFault> parse_expression(std::string_view text);

}  // namespace alongside::feedback
