#include "plugins/feedback/model/evaluate.hpp"

#include "plugins/feedback/model/arithmetic.hpp"
#include "plugins/feedback/model/coerce.hpp"
#include "plugins/feedback/model/function_call.hpp"
#include "plugins/feedback/model/loose.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <span>

namespace alongside::feedback {
namespace {

using Op = ExpressionOp;

Value truth(bool holds) { return Value::of_truth(holds); }

// Both sides are prepared as those of sums are, and one of them is the result.
Value both_or_either(Op op, const Value& given_left, const Value& given_right) {
  const Value left = or_nought(given_left, given_right), right = or_nought(given_right, left);
  return counts_as_true(left) == (op == Op::Or) ? left : right;
}

Value arithmetic(Op op, const Value& given_left, const Value& given_right) {
  const Value left = or_nought(given_left, given_right), right = or_nought(given_right, left);
  switch (op) {
    case Op::Plus: return sum_of(left, right);
    case Op::Minus: return difference_of(left, right);
    case Op::Times: return product_of(left, right);
    case Op::DividedBy: return quotient_of(left, right);
    case Op::Remainder: return remainder_of(left, right);
    default: return power_of(left, right);
  }
}

Value binary(Op op, const Value& left, const Value& right, Order order, double now) {
  const auto equal = [&](Order with) { return equal_in_expression(left, right, now, with); };
  switch (op) {
    case Op::Equal: return truth(equal(order));
    case Op::NotEqual: return truth(!equal(order));
    case Op::Less: return truth(less_in_expression(left, right, now));
    case Op::Greater: return truth(more_in_expression(left, right, now));
    case Op::LessOrEqual: return truth(equal(Order::Ignored) || less_in_expression(left, right, now));
    case Op::GreaterOrEqual: return truth(equal(Order::Ignored) || more_in_expression(left, right, now));
    case Op::Contains: return truth(loosely_contains(left, right));
    case Op::NotContains: return truth(loosely_lacks(left, right));
    case Op::AnyOf: return truth(has_any_of(left, right));
    case Op::NoneOf: return truth(!has_any_of(left, right));
    case Op::AllOf: return truth(has_all_of(left, right));
    case Op::Or:
    case Op::And:
      if (left.kind != ValueKind::Truth || right.kind != ValueKind::Truth) return both_or_either(op, left, right);
      return truth(op == Op::Or ? left.truth || right.truth : left.truth && right.truth);
    default: return arithmetic(op, left, right);
  }
}

// What a value costs to handle, in steps.
std::size_t cost_of(const Value& value) { return 1 + value.items.size() + value.text.size() / 64; }

class Evaluator {
 public:
  explicit Evaluator(std::size_t most_steps) : steps_left_(most_steps) {}

  // The node at `root` of `expression`. Children stand right before their parents, so one walk from where
  // they begin is enough: what waits for its parent is a stack, and no depth costs the machine's own.
  Value run(const Expression& expression, std::uint32_t root, const Scope& scope) {
    const std::uint32_t begin = expression.nodes[root].begin;
    std::vector<Value> waiting;
    waiting.reserve(root - begin + 1);
    for (std::uint32_t at = begin; at <= root; ++at) {
      const ExpressionNode& node = expression.nodes[at];
      const auto given = std::span(waiting).last(node.children.size());
      Value value = value_of(expression, node, given, scope);
      while (settles(expression, at, root, value)) at = expression.nodes[at].may_settle;
      if (given.empty()) {
        waiting.push_back(std::move(value));
      } else {
        waiting.resize(waiting.size() - given.size() + 1);
        waiting.back() = std::move(value);
      }
      if (!spend(cost_of(waiting.back()))) return Value::of_null();
    }
    return std::move(waiting.back());
  }

  bool passes(const Expression& expression, std::uint32_t root, const Scope& scope) {
    return is_plain_true(run(expression, root, scope));
  }

 private:
  friend class Condition;

  // Whether the left side of an "and" or "or" within `root` decides it: the right side then counts for nothing.
  static bool settles(const Expression& expression, std::uint32_t at, std::uint32_t root, const Value& value) {
    const std::uint32_t whole = expression.nodes[at].may_settle;
    if (whole == 0 || whole > root || value.kind != ValueKind::Truth) return false;
    return value.truth == (expression.nodes[whole].op == Op::Or);
  }

  bool spend(std::size_t steps) {
    steps_left_ -= std::min(steps, steps_left_);
    return steps_left_ > 0;
  }

  Value value_of(const Expression& expression, const ExpressionNode& node, std::span<Value> given, const Scope& scope) {
    switch (node.op) {
      case Op::Literal: return node.literal;
      case Op::Nothing: return Value::of_null();
      case Op::Question: {
        auto found = answer_to(node, scope);
        return found ? as_it_looks(std::move(*found)) : Value::of_null();
      }
      case Op::QuestionAsItIs: return answer_to(node, scope).value_or(Value::of_null());
      case Op::Negate: return truth(!counts_as_true(given[0]));
      case Op::Empty: return truth(given[0].is_empty());
      case Op::NotEmpty: return truth(!given[0].is_empty());
      case Op::List: return Value::of_list({std::move_iterator(given.begin()), std::move_iterator(given.end())});
      case Op::Function:
        if (is_over_list(node.function)) return over_list(expression, node, given, scope);
        return call_function(node.function, given, scope);
      default: break;
    }
    const bool are_lists = given[0].kind == ValueKind::List && given[1].kind == ValueKind::List;
    const Order order = are_lists ? order_of(expression, node, scope) : Order::Ignored;
    return binary(node.op, given[0], given[1], order, scope.now());
  }

  static std::optional<Value> answer_to(const ExpressionNode& node, const Scope& scope) {
    return node.small.empty() ? scope.find(node.question) : scope.find_small(node.question, node.small);
  }

  static Order order_of(const Expression& expression, const ExpressionNode& node, const Scope& scope) {
    for (const std::uint32_t child : node.children) {
      const ExpressionNode& side = expression.nodes[child];
      if (side.op == Op::Question && scope.order_counts(side.question)) return Order::Counts;
    }
    return Order::Ignored;
  }

  Value over_list(const Expression& expression, const ExpressionNode& node, Given given, const Scope& scope);

  std::size_t steps_left_;
  int depth_ = 0;
};

// The condition of a function over a list, tried on each item. It may be words, read only now.
class Condition final : public ItemTest {
 public:
  Condition(Evaluator& evaluator, const Scope& scope) : evaluator_(evaluator), scope_(scope) {}

  // survey-core writes the condition out to read it again, and loses its way at quotes inside words.
  void take(const Expression& expression, std::uint32_t root) {
    expression_ = &expression;
    root_ = root;
    for (std::uint32_t at = expression.nodes[root].begin; at <= root; ++at) {
      const ExpressionNode& node = expression.nodes[at];
      if (node.op == Op::Literal && node.literal.text.find_first_of("'\"") != std::string::npos) expression_ = &read_;
    }
  }
  void read(std::string_view text) {
    read_ = condition_in_words(text);
    expression_ = &read_;
    root_ = read_.nodes.empty() ? 0 : static_cast<std::uint32_t>(read_.nodes.size() - 1);
  }

  bool passes(const Value& item) override {
    if (expression_ == nullptr) return true;
    constexpr int deepest = 8;
    if (expression_->nodes.empty() || evaluator_.depth_ >= deepest) return false;
    ++evaluator_.depth_;
    const bool passes = evaluator_.passes(*expression_, root_, ItemScope(item, scope_));
    --evaluator_.depth_;
    return passes;
  }

 private:
  Evaluator& evaluator_;
  const Scope& scope_;
  const Expression* expression_ = nullptr;
  std::uint32_t root_ = 0;
  Expression read_;
};

bool is_column_name(const ExpressionNode& node, const Value& value) {
  return node.op == Op::Literal && value.kind == ValueKind::Text &&
         value.text.find_first_of("{}><=!") == std::string::npos;
}

// name(list, 'item'[, 'returned'][, condition]). survey-core reads the condition anew for each item, out of
// the words it was given or out of what was written.
Value Evaluator::over_list(const Expression& expression, const ExpressionNode& node, Given given, const Scope& scope) {
  const bool is_sum = node.function != ScriptFunction::MinInArray && node.function != ScriptFunction::MaxInArray;
  const Value without = is_sum ? Value::of_number(0) : Value();
  if (given.size() < 2 || given.size() > 4) return without;
  if (!counts_as_true(given[0]) || given[1].kind != ValueKind::Text) return without;
  const auto written = [&](std::size_t index) -> const ExpressionNode& {
    return expression.nodes[node.children[index]];
  };
  const bool has_column = given.size() > 2 && is_column_name(written(2), given[2]);
  const std::size_t at = has_column ? 3 : 2;
  Condition condition(*this, scope);
  if (given.size() > at) {
    if (given[at].kind == ValueKind::Text && !given[at].text.empty()) {
      condition.read(given[at].text);
    } else if (written(at).op != Op::Nothing) {
      condition.take(expression, node.children[at]);
    }
  }
  return call_list_function(node.function, given[0], given[1].text, has_column ? given[2].text : given[1].text,
                            condition);
}

constexpr std::size_t most_steps = 2'000'000;

}  // namespace

Value evaluate(const Expression& expression, const Scope& scope) {
  if (expression.nodes.empty()) return Value::of_null();
  const auto root = static_cast<std::uint32_t>(expression.nodes.size() - 1);
  return Evaluator(most_steps).run(expression, root, scope);
}

bool holds(const Expression& expression, const Scope& scope) { return is_plain_true(evaluate(expression, scope)); }

Value evaluate(const Expression& expression, const Answers& answers) {
  return evaluate(expression, AnswerScope(answers));
}

bool holds(const Expression& expression, const Answers& answers) { return holds(expression, AnswerScope(answers)); }

}  // namespace alongside::feedback
