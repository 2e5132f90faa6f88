#include "plugins/feedback/model/evaluate.hpp"

#include "plugins/feedback/model/loose.hpp"
#include "plugins/feedback/model/numbers.hpp"

#include <optional>

namespace alongside::feedback {
namespace {

// A whole number with a nought in front ("01") is a code, not a number; so is one too long for a number.
// One comma is a decimal point.
std::optional<double> number_in(std::string text) {
  constexpr std::size_t longest = 15;
  if (text.find_first_not_of("0123456789") == text.npos && text.size() > longest) return std::nullopt;
  const std::size_t comma = text.find(',');
  if (comma != text.npos && text.find(',', comma + 1) == text.npos) text[comma] = '.';
  if (text.size() > 1 && text[0] == '0' && text[1] != '.') return std::nullopt;
  return number_of_text(text);
}

// Words that somebody gave as an answer count as what they look like.
Value as_it_looks(const Value& answer) {
  if (answer.kind != ValueKind::Text) return answer;
  const std::string small = lower_case(answer.text);
  if (small == "true" || small == "false") return Value::of_truth(small == "true");
  if (const auto number = number_in(answer.text)) return Value::of_number(*number);
  return answer;
}

Value answer_to(const Answers& answers, std::string_view name) {
  const Value* answer = find_answer(answers, name);
  return answer == nullptr ? Value() : as_it_looks(*answer);
}

// What stands for nothing beside `other`, as in SurveyJS: its "and" and "or" prepare their sides as sums do.
Value or_nought(const Value& value, const Value& other) {
  if (!value.is_empty() || (value.kind == ValueKind::Text && other.kind != ValueKind::Number)) return value;
  if (other.kind == ValueKind::Text) return Value::of_text("");
  return other.kind == ValueKind::List ? Value::of_list({}) : Value::of_number(0);
}

Value both_or_either(ExpressionOp op, const Value& left, const Value& right) {
  const Value first = or_nought(left, right), second = or_nought(right, first);
  return counts_as_true(first) == (op == ExpressionOp::Or) ? first : second;
}

Value binary(ExpressionOp op, const Value& left, const Value& right) {
  using Op = ExpressionOp;
  switch (op) {
    case Op::Or:
    case Op::And: return both_or_either(op, left, right);
    case Op::Equal: return Value::of_truth(loosely_equal(left, right));
    case Op::NotEqual: return Value::of_truth(!loosely_equal(left, right));
    case Op::Less: return Value::of_truth(loosely_less(left, right));
    case Op::Greater: return Value::of_truth(loosely_less(right, left));
    case Op::LessOrEqual: return Value::of_truth(loosely_equal(left, right) || loosely_less(left, right));
    case Op::GreaterOrEqual: return Value::of_truth(loosely_equal(left, right) || loosely_less(right, left));
    case Op::Contains: return Value::of_truth(loosely_contains(left, right));
    case Op::NotContains: return Value::of_truth(loosely_lacks(left, right));
    case Op::AnyOf: return Value::of_truth(has_any_of(left, right));
    case Op::NoneOf: return Value::of_truth(!has_any_of(left, right));
    case Op::AllOf: return Value::of_truth(has_all_of(left, right));
    default: return {};
  }
}

Value value_of(const ExpressionNode& node, const std::vector<Value>& done, const Answers& answers) {
  using Op = ExpressionOp;
  switch (node.op) {
    case Op::Literal: return node.literal;
    case Op::Question: return answer_to(answers, node.question);
    case Op::Negate: return Value::of_truth(!counts_as_true(done[node.children[0]]));
    case Op::Empty: return Value::of_truth(done[node.children[0]].is_empty());
    case Op::NotEmpty: return Value::of_truth(!done[node.children[0]].is_empty());
    case Op::List: {
      std::vector<Value> items;
      for (const std::uint32_t child : node.children) items.push_back(done[child]);
      return Value::of_list(std::move(items));
    }
    default: return binary(node.op, done[node.children[0]], done[node.children[1]]);
  }
}

}  // namespace

const Value* find_answer(const Answers& answers, std::string_view name) {
  const auto exact = answers.find(std::string(name));
  if (exact != answers.end()) return &exact->second;
  const std::string small = lower_case(name);
  for (const auto& [key, value] : answers) {
    if (lower_case(key) == small) return &value;
  }
  return nullptr;
}

// Children stand before their parents, so one walk is enough and no depth costs stack.
Value evaluate(const Expression& expression, const Answers& answers) {
  std::vector<Value> done;
  done.reserve(expression.nodes.size());
  for (const ExpressionNode& node : expression.nodes) done.push_back(value_of(node, done, answers));
  return done.empty() ? Value() : std::move(done.back());
}

bool holds(const Expression& expression, const Answers& answers) {
  return is_plain_true(evaluate(expression, answers));
}

}  // namespace alongside::feedback
