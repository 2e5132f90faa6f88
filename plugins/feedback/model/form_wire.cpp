#include "plugins/feedback/model/form_wire.hpp"

#include "plugins/feedback/model/coerce.hpp"
#include "plugins/feedback/model/scope.hpp"

#include <algorithm>
#include <span>
#include <vector>

namespace alongside::feedback {

void load(wire::FrameReader& reader, Expression& expression) {
  reader(expression.nodes);
  if (!expression.is_whole()) reader.fail(wire::DecodeCode::UnknownChoice);
  expression.make_ready();
}

std::vector<std::string_view> Expression::questions() const {
  std::vector<std::string_view> names;
  for (const ExpressionNode& node : nodes) {
    if (node.op == ExpressionOp::Question || node.op == ExpressionOp::QuestionAsItIs) names.push_back(node.question);
  }
  return names;
}

// Children stand right before their parent, in its order, as evaluating takes them from its stack; one node is left.
bool Expression::is_whole() const {
  std::vector<std::uint32_t> waiting;
  for (std::uint32_t at = 0; at < nodes.size(); ++at) {
    const ExpressionNode& node = nodes[at];
    const std::size_t count = node.children.size();
    if (count > waiting.size() || !std::ranges::equal(node.children, std::span(waiting).last(count))) return false;
    if (node.begin != (count == 0 ? at : nodes[node.children.front()].begin)) return false;
    const bool is_two = node.op >= ExpressionOp::Or && node.op <= ExpressionOp::NoneOf;
    const bool is_one = node.op >= ExpressionOp::Negate;
    if (count < (is_two ? 2u : is_one ? 1u : 0u)) return false;
    waiting.resize(waiting.size() - count);
    waiting.push_back(at);
  }
  return waiting.size() <= 1;
}

// What leads into a table or a dynamic panel makes its rows, so a right side with such a name in it is never left
// out. The names are counted up to each node: a long row of "and" would be gone through again for each of them.
void Expression::make_ready() {
  std::vector<std::uint32_t> paths(nodes.size() + 1);  // before each node
  for (std::uint32_t at = 0; at < nodes.size(); ++at) {
    ExpressionNode& node = nodes[at];
    if (leads_nowhere(node.question)) node.small = SmallName(lower_case(node.question));
    const bool is_name = node.op == ExpressionOp::Question || node.op == ExpressionOp::QuestionAsItIs;
    paths[at + 1] = paths[at] + (is_name && node.small.text.empty() ? 1 : 0);
    if (node.op != ExpressionOp::And && node.op != ExpressionOp::Or) continue;
    const std::uint32_t right = node.children[1];
    if (paths[right + 1] == paths[nodes[right].begin]) nodes[node.children[0]].may_settle = at;
  }
  is_plain = std::ranges::all_of(nodes, [](const ExpressionNode& node) {
    const bool is_name = node.op == ExpressionOp::Question || node.op == ExpressionOp::QuestionAsItIs;
    return node.op != ExpressionOp::Function && (!is_name || !node.small.text.empty());
  });
}

bool Pattern::is_whole() const {
  if (steps.empty() || steps.back().op != PatternStep::Op::Done || steps.size() > most_steps) return false;
  const auto count = static_cast<std::int64_t>(steps.size());
  if (places < 2 || places > 2 * count + 2) return false;
  for (std::int64_t at = 0; at < count; ++at) {
    using enum PatternStep::Op;
    const PatternStep& step = steps[static_cast<std::size_t>(at)];
    const auto is_step = [&](std::int64_t by) { return at + by >= 0 && at + by < count; };
    const auto is_place = [&](std::int64_t place) { return place >= 0 && place < places; };
    bool is_good = true;
    switch (step.op) {
      case OneOf: is_good = step.value >= 0 && static_cast<std::size_t>(step.value) < sets.size(); break;
      case Save:
      case MustMove: is_good = is_place(step.value); break;
      case Forget: is_good = is_place(step.value) && step.other >= 0 && step.other <= places; break;
      case Again: is_good = step.value >= 0 && is_place(2 * std::int64_t{step.value} + 1); break;
      case Try:
      case Ahead:
      case NotAhead: is_good = is_step(step.value) && is_step(step.op == Try ? step.other : 1); break;
      case Go: is_good = is_step(step.value); break;
      case Done: break;
      default: is_good = is_step(1); break;
    }
    if (!is_good) return false;
  }
  return true;
}

}  // namespace alongside::feedback
