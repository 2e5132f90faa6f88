#include "tests/simulation/sim_turns.hpp"

#include <utility>

namespace alongside::simulation {

SimTurns::~SimTurns() {
  for (auto& [name, waiting] : queue_.names) {
    const bool held = !waiting.empty() && waiting.front().tab == this;
    std::erase_if(waiting, [this](const TurnQueue::Waiting& one) { return one.tab == this; });
    if (held) grant(name);
  }
}

void SimTurns::take(std::string_view name, std::function<void()> granted) {
  if (queue_.for_all) return scheduler_.after(1, life_, std::move(granted));
  auto& waiting = queue_.names[std::string(name)];
  waiting.push_back({this, std::move(granted)});
  if (waiting.size() == 1) grant(std::string(name));
}

void SimTurns::end(std::string_view name) {
  auto& waiting = queue_.names[std::string(name)];
  if (waiting.empty() || waiting.front().tab != this) return;
  waiting.pop_front();
  grant(std::string(name));
}

void SimTurns::grant(const std::string& name) {
  auto& waiting = queue_.names[name];
  if (waiting.empty()) return;
  SimTurns& next = *waiting.front().tab;
  scheduler_.after(1, next.life_, [granted = waiting.front().granted] { granted(); });
}

}  // namespace alongside::simulation
