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

// Of "or" and "and" one side is the result.
Value made_of(Op op, const Value& given_left, const Value& given_right) {
  const Value left = or_nought(given_left, given_right), right = or_nought(given_right, left);
  switch (op) {
    case Op::Or:
    case Op::And: return counts_as_true(left) == (op == Op::Or) ? left : right;
    case Op::Plus: return sum_of(left, right);
    case Op::Minus: return difference_of(left, right);
    case Op::Times: return product_of(left, right);
    case Op::DividedBy: return quotient_of(left, right);
    case Op::Remainder: return remainder_of(left, right);
    default: return power_of(left, right);
  }
}

// What is told of two values, where the result is a yes or a no; nothing: it is not.
std::optional<bool> told_of(Op op, const Value& left, const Value& right, Order order, double now) {
  const auto equal = [&](Order with) { return equal_in_expression(left, right, now, with); };
  switch (op) {
    case Op::Equal: return equal(order);
    case Op::NotEqual: return !equal(order);
    case Op::Less: return less_in_expression(left, right, now);
    case Op::Greater: return more_in_expression(left, right, now);
    case Op::LessOrEqual: return equal(Order::Ignored) || less_in_expression(left, right, now);
    case Op::GreaterOrEqual: return equal(Order::Ignored) || more_in_expression(left, right, now);
    case Op::Contains: return loosely_contains(left, right);
    case Op::NotContains: return loosely_lacks(left, right);
    case Op::AnyOf: return has_any_of(left, right);
    case Op::NoneOf: return !has_any_of(left, right);
    case Op::AllOf: return has_all_of(left, right);
    case Op::Or:
    case Op::And:
      if (left.kind != ValueKind::Truth || right.kind != ValueKind::Truth) return std::nullopt;
      return op == Op::Or ? left.truth || right.truth : left.truth && right.truth;
    default: return std::nullopt;
  }
}

// What a value costs to handle, in steps.
std::size_t cost_of(const Value& value) { return 1 + value.items.size() + value.text.size() / 64; }

// What waits for its parent, by where it lies: an answer, a literal, or what was made on the way.
using Waiting = std::span<const Value* const>;

std::vector<Value> copied(Waiting given) {
  std::vector<Value> values;
  for (const Value* value : given) values.push_back(*value);
  return values;
}

class Evaluator {
 public:
  explicit Evaluator(std::size_t most_steps) : steps_left_(most_steps) {}

  // What waits, and what was made: at most one of each node, so that none moves.
  struct Run {
    static constexpr std::size_t most_held = 16;
    const Value* held[most_held];         // enough for nearly all
    std::vector<const Value*> waiting{};  // for the others
    std::vector<Value> made{};
    std::size_t most = 0;

    const Value** room_for(std::size_t nodes) {
      most = nodes;
      if (nodes <= most_held) return held;
      waiting.resize(nodes);
      return waiting.data();
    }
    const Value* keep(Value value) {
      made.reserve(most);
      return &made.emplace_back(std::move(value));
    }
  };

  // The node at `root` of `expression`; good as long as `run` is. Children stand right before their parents, so one
  // walk from where they begin is enough: what waits for its parent is a stack, and no depth costs the machine's own.
  const Value& run(const Expression& expression, std::uint32_t root, const Scope& scope, Run& run) {
    const std::uint32_t begin = expression.nodes[root].begin;
    const Value** const first = run.room_for(root - begin + 1);
    const Value** next = first;
    for (std::uint32_t at = begin; at <= root; ++at) {
      const ExpressionNode& node = expression.nodes[at];
      const Waiting given(next - node.children.size(), next);
      const Value* value = value_of(expression, node, given, scope, run);
      while (settles(expression, at, root, *value)) at = expression.nodes[at].may_settle;
      next -= given.size();
      *next++ = value;
      if (!spend(cost_of(*value))) return Value::null();
    }
    return **first;
  }

  bool passes(const Expression& expression, std::uint32_t root, const Scope& scope) {
    Run fresh;
    return is_plain_true(run(expression, root, scope, fresh));
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

  const Value* value_of(const Expression& expression, const ExpressionNode& node, Waiting given, const Scope& scope,
                        Run& run) {
    const auto truth = [](bool holds) { return &Value::truth_of(holds); };
    switch (node.op) {
      case Op::Literal: return &node.literal;
      case Op::Nothing: return &Value::null();
      case Op::Question:
      case Op::QuestionAsItIs: return answer_to(expression, node, scope, run);
      case Op::Negate: return truth(!counts_as_true(*given[0]));
      case Op::Empty: return truth(given[0]->is_empty());
      case Op::NotEmpty: return truth(!given[0]->is_empty());
      case Op::List: return run.keep(Value::of_list(copied(given)));
      case Op::Function: {
        const std::vector<Value> values = copied(given);
        return run.keep(is_over_list(node.function) ? over_list(expression, node, values, scope)
                                                    : call_function(node.function, values, scope));
      }
      default: break;
    }
    const Value &left = *given[0], &right = *given[1];
    const bool are_lists = left.kind == ValueKind::List && right.kind == ValueKind::List;
    const Order order = are_lists ? order_of(expression, node, scope) : Order::Ignored;
    if (const auto told = told_of(node.op, left, right, order, scope.now())) return truth(*told);
    return run.keep(made_of(node.op, left, right));
  }

  static const Value* answer_to(const Expression& expression, const ExpressionNode& node, const Scope& scope,
                                Run& run) {
    const bool is_as_it_is = node.op == Op::QuestionAsItIs;
    const Value* seen = node.small.text.empty() ? nullptr : scope.seen(node.question, node.small);
    if (seen != nullptr && expression.is_plain && (is_as_it_is || !may_look_otherwise(*seen))) return seen;
    std::optional<Value> found = seen != nullptr ? std::optional(*seen) : scope.find(node.question);
    if (!found) return &Value::null();
    return run.keep(is_as_it_is ? std::move(*found) : as_it_looks(std::move(*found)));
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

std::uint32_t root_of(const Expression& expression) { return static_cast<std::uint32_t>(expression.nodes.size() - 1); }

}  // namespace

Value evaluate(const Expression& expression, const Scope& scope) {
  if (expression.nodes.empty()) return Value::of_null();
  Evaluator::Run run;
  return Evaluator(most_steps).run(expression, root_of(expression), scope, run);
}

Truth truth_of(const Expression& expression, const Scope& scope) {
  if (expression.nodes.empty()) return Truth::Neither;
  Evaluator::Run run;
  const Value& value = Evaluator(most_steps).run(expression, root_of(expression), scope, run);
  if (value.kind != ValueKind::Truth) return Truth::Neither;
  return value.truth ? Truth::Yes : Truth::No;
}

bool holds(const Expression& expression, const Scope& scope) { return is_plain_true(evaluate(expression, scope)); }

Value evaluate(const Expression& expression, const Answers& answers) {
  return evaluate(expression, AnswerScope(answers));
}

bool holds(const Expression& expression, const Answers& answers) { return holds(expression, AnswerScope(answers)); }

}  // namespace alongside::feedback
