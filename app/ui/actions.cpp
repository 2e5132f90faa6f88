#include "app/ui/actions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace alongside::ui {
namespace {

void log_drop(const ActionQueue::Log& log, const Action& action, std::string_view why) {
  if (!log) return;
  log(fmt::format("action {} for node {:x} dropped: {}", static_cast<int>(action.kind), action.node, why));
}

}  // namespace

void ActionQueue::push(Action action, const Log& log) {
  if (waiting_.size() >= capacity) {
    log_drop(log, action, "too many are waiting");
    return;
  }
  waiting_.push_back({std::move(action), 0});
}

std::optional<Action> ActionQueue::take(NodeId node, ActionKind kind) {
  const auto found = std::ranges::find_if(
      waiting_, [&](const Waiting& waiting) { return waiting.action.node == node && waiting.action.kind == kind; });
  if (found == waiting_.end()) return std::nullopt;
  std::optional<Action> taken = std::move(found->action);
  waiting_.erase(found);
  // Seven clicks in one task are seven activations: the rest must not grow old while they queue.
  for (Waiting& waiting : waiting_) {
    if (waiting.action.node == node) waiting.frames = -1;
  }
  return taken;
}

void ActionQueue::age(const Log& log) {
  std::erase_if(waiting_, [&](Waiting& waiting) {
    if (++waiting.frames < 2) return false;
    log_drop(log, waiting.action, "no widget took it");
    return true;
  });
}

void ActionQueue::refuse(const std::function<bool(const Action&)>& refused, const Log& log) {
  std::erase_if(waiting_, [&](const Waiting& waiting) {
    if (!refused(waiting.action)) return false;
    log_drop(log, waiting.action, "the node is disabled or covered");
    return true;
  });
}

}  // namespace alongside::ui
