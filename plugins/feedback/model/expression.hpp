// Expression: a condition or a sum of a survey ("{liked} = 'yes' and {who} contains 'sister'", "age({born})"),
// parsed. The language is SurveyJS's, as survey-core 3.1.1 reads it; what it cannot read is a fault with
// its place. Made once a definition; evaluated whenever an answer changes (evaluate.hpp).
#pragma once

#include "plugins/feedback/model/scope.hpp"
#include "plugins/feedback/model/script_function.hpp"
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
  Nothing,  // null or undefined, written out
  Question,
  QuestionAsItIs,  // {#name}: without taking "5" for 5
  List,
  Function,
  Or,
  And,
  Equal,
  NotEqual,
  Less,
  LessOrEqual,
  Greater,
  GreaterOrEqual,
  Plus,
  Minus,
  Times,
  DividedBy,
  Remainder,
  Power,
  Contains,
  NotContains,
  AnyOf,
  AllOf,
  NoneOf,
  Negate,
  Empty,
  NotEmpty,
};
constexpr bool is_known(ExpressionOp op) { return op <= ExpressionOp::NotEmpty; }

// What is looked at most stands first and together: hundreds of conditions wait for memory more than for anything else.
struct ExpressionNode {
  ExpressionOp op = ExpressionOp::Literal;
  ScriptFunction function = ScriptFunction::Unknown;
  std::uint32_t begin = 0;                // where what belongs to this node begins
  std::uint32_t may_settle = 0;           // the "and" or "or" whose left side this is; 0: of none. Does not travel
  SmallName small{};                      // the name, where it leads nowhere. Does not travel
  std::vector<std::uint32_t> children{};  // each stands before this node
  Value literal{};
  std::string question{};  // its name, as written; of a Function nobody knows: that name

  using NeverGrows = void;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(op), CEREAL_NVP(literal), CEREAL_NVP(question), CEREAL_NVP(function), CEREAL_NVP(children),
            CEREAL_NVP(begin));
  }
};

struct Expression {
  static constexpr std::size_t most_bytes = 10000;
  static constexpr int deepest = 64;  // brackets, lists, functions and negations inside each other

  std::vector<ExpressionNode> nodes;  // children first: the last is the whole
  bool is_plain = false;  // of names that lead nowhere, and without functions: evaluating it makes no rows. Does not
                          // travel

  std::vector<std::string_view> questions() const;
  // Names of functions that there are not: they make nothing of everything.
  std::vector<std::string_view> unknown_functions() const;
  bool asks_the_time() const;  // today(), age({born}), year()
  // Whether it can be evaluated: one that came from elsewhere may be anything.
  bool is_whole() const;
  // Once all nodes are there: fills in what does not travel.
  void make_ready();
};

struct ExpressionFault {
  std::size_t at = 0;  // byte
  std::string what;    // "this bracket is never closed"
};

std::variant<Expression, ExpressionFault> parse_expression(std::string_view text);

// A condition that a function over a list is given as words: nothing when it cannot be read. A device has no grammar
// (expression_web.cpp), so publishing refuses these.
Expression condition_in_words(std::string_view text);

}  // namespace alongside::feedback
