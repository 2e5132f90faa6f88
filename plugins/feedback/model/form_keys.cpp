#include "plugins/feedback/model/form_keys.hpp"

#include "plugins/feedback/model/coerce.hpp"
#include "plugins/feedback/model/loose.hpp"
#include "plugins/feedback/model/scope.hpp"

#include <algorithm>

namespace alongside::feedback {
namespace {

const FormChange* find(const FormKeys& keys, const std::string& name) {
  const auto found = keys.find(name);
  return found == keys.end() ? nullptr : &found->second;
}

bool same_part(const FormChange& change, const std::string& key, std::string_view name) {
  const Path path = path_of(name);
  const auto part = [&](const Value& value) { return find_among({{key, value}}, path).value_or(Value()); };
  return loosely_equal(part(change.before), part(change.now), Order::Counts, Words::Exact);
}

bool is_name(const ExpressionNode& node) {
  return node.op == ExpressionOp::Question || node.op == ExpressionOp::QuestionAsItIs;
}

bool is_among(const FormKeys& keys, const ExpressionNode& node) {
  return keys.contains(node.small.text) || (node.small.text != node.question && keys.contains(node.question));
}

// Whether a function that no name stands in is called, outside of other functions.
bool calls_without_names(const Expression& expression) {
  if (expression.is_plain) return false;
  std::vector<std::uint32_t> waiting{static_cast<std::uint32_t>(expression.nodes.size() - 1)};
  while (!waiting.empty()) {
    const std::uint32_t at = waiting.back();
    waiting.pop_back();
    const ExpressionNode& node = expression.nodes[at];
    if (node.op != ExpressionOp::Function) {
      waiting.insert(waiting.end(), node.children.begin(), node.children.end());
      continue;
    }
    const auto first = expression.nodes.begin() + static_cast<std::ptrdiff_t>(node.begin);
    if (std::none_of(first, expression.nodes.begin() + static_cast<std::ptrdiff_t>(at), is_name)) return true;
  }
  return false;
}

bool same_change(const FormChange& left, const FormChange& right) {
  return loosely_equal(left.now, right.now, Order::Counts) && loosely_equal(left.before, right.before, Order::Counts);
}

}  // namespace

bool has_changed(const FormKeys& keys, std::string_view name) {
  if (name.empty()) return false;
  if (find(keys, std::string(name)) != nullptr || find(keys, lower_case(name)) != nullptr) return true;
  if (leads_nowhere(name)) return false;
  const Path path = path_of(name);
  for (std::size_t end = 0; end < path.size(); ++end) {
    std::string key = joined(path, 0, end);
    const FormChange* change = find(keys, key);
    if (change == nullptr) change = find(keys, key = lower_case(key));
    if (change == nullptr) continue;
    if (key == name) return true;
    if (!change->knows_before) return !is_nothing(change->now);
    return !same_part(*change, key, name);
  }
  return false;
}

Touched touched_by(const Expression& expression, const FormKeys& keys) {
  if (calls_without_names(expression)) return Touched::ByFunction;
  bool has_name = false;
  for (const ExpressionNode& node : expression.nodes) {
    if (!is_name(node)) continue;
    if (node.small.text.empty() ? has_changed(keys, node.question) : is_among(keys, node)) return Touched::ByName;
    has_name = true;
  }
  return has_name ? Touched::No : Touched::ByNothing;
}

bool same_keys(const FormKeys& left, const FormKeys& right) {
  return std::ranges::equal(left, right, [](const auto& ours, const auto& theirs) {
    return ours.first == theirs.first && same_change(ours.second, theirs.second);
  });
}

FormKeys new_keys(const FormKeys& keys, const FormKeys& before) {
  FormKeys fresh;
  for (const auto& [name, change] : keys) {
    const FormChange* old = find(before, name);
    if (old == nullptr || !same_change(*old, change)) fresh.emplace(name, change);
  }
  return fresh;
}

}  // namespace alongside::feedback
