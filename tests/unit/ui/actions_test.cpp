#include "app/ui/actions.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using alongside::ui::ActionKind;
using alongside::ui::ActionQueue;

TEST_CASE("an action is taken by its own node and kind only, and once") {
  ActionQueue queue;
  queue.push({7, ActionKind::SetValue, "a"}, {});
  CHECK_FALSE(queue.take(8, ActionKind::SetValue));
  CHECK_FALSE(queue.take(7, ActionKind::Activate));
  const auto taken = queue.take(7, ActionKind::SetValue);
  REQUIRE(taken);
  CHECK(taken->payload == "a");
  CHECK_FALSE(queue.take(7, ActionKind::SetValue));
}

TEST_CASE("an action that no widget takes in two frames is dropped and logged") {
  std::vector<std::string> log;
  const ActionQueue::Log sink = [&log](std::string_view line) { log.emplace_back(line); };
  ActionQueue queue;
  queue.push({7, ActionKind::Activate}, sink);
  queue.age(sink);
  CHECK_FALSE(queue.empty());
  CHECK(log.empty());
  queue.age(sink);
  CHECK(queue.empty());
  REQUIRE(log.size() == 1);
  CHECK(log[0].find("no widget took it") != std::string::npos);
}

TEST_CASE("seven activations queued in one task are seven, one a frame") {
  ActionQueue queue;
  for (int i = 0; i < 7; ++i) queue.push({7, ActionKind::Activate}, {});
  int taken = 0;
  for (int frame = 0; frame < 20; ++frame) {
    if (queue.take(7, ActionKind::Activate)) ++taken;
    queue.age({});
  }
  CHECK(taken == 7);
  CHECK(queue.empty());
}

TEST_CASE("a flood of actions is bounded and logged") {
  int logged = 0;
  ActionQueue queue;
  for (std::size_t i = 0; i < ActionQueue::capacity + 5; ++i) {
    queue.push({1, ActionKind::Activate}, [&logged](std::string_view) { ++logged; });
  }
  CHECK(logged == 5);
}
