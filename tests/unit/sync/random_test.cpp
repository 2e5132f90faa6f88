// Two tabs of one browser and another browser, hundreds of random lives: whatever goes wrong on the wires and
// in the stores, at the end everything that was said to be saved has happened, once, and all show the same.
#include "tests/unit/sync/sync_bench.hpp"

#include <doctest/doctest.h>

#include <array>
#include <map>

namespace alongside::client {
namespace {

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : chance_(seed) {}
  std::uint32_t below(std::uint32_t end) {
    std::array<std::uint8_t, 4> drawn{};
    chance_.fill(drawn);
    return (drawn[0] | drawn[1] << 8 | drawn[2] << 16) % end;
  }

 private:
  SteadyChance chance_;
};

struct Life {
  explicit Life(std::uint64_t seed) : dice(seed * 7'919 + 1) {
    bench.tabs = seed * 100;
    for (int i = 0; i < 2; ++i) tabs.push_back(std::make_unique<Tab>(bench, keep()));
  }

  Keep keep() const { return keeps_all ? Keep::Everything : Keep::UnsentOnly; }
  Tab& any_tab() { return *tabs[dice.below(static_cast<std::uint32_t>(tabs.size()))]; }

  void save() {
    const std::string text = "change " + std::to_string(++made);
    saved.emplace_back(text, any_tab().begin_save(text));
  }
  void spoil_wires() {
    Tab& tab = any_tab();
    const auto way = static_cast<TestLine::Way>(1 + dice.below(4));
    (dice.below(2) == 0 ? tab.line.pushes : tab.line.feeds).push_back(way);
  }
  void spoil_store() {
    constexpr StoreFault faults[] = {StoreFault::Full, StoreFault::Failed, StoreFault::Unavailable};
    Tab& tab = any_tab();
    // A tab that keeps nothing is answered only when the council has it: that is its own test.
    tab.store.commit_faults.push_back(faults[dice.below(may_lose_store ? 3 : 2)]);
  }
  void kill_tab() {
    auto& tab = tabs[dice.below(2)];
    tab->engine.reset();
    graves.push_back(std::move(tab));
    tab = std::make_unique<Tab>(bench, keep());
  }
  void restore_council() {
    if (!may_restore) return;
    if (copy) bench.council.restore(*copy);
    copy = bench.council.state;
  }
  void step() {
    switch (dice.below(12)) {
      case 0:
      case 1:
      case 2:
      case 3: save(); break;
      case 4:
      case 5: spoil_wires(); break;
      case 6: spoil_store(); break;
      case 7: kill_tab(); break;
      case 8: restore_council(); break;
      case 9: any_tab().engine->sync(SyncReason::Seen); break;
      default: break;
    }
    bench.timer.pass(dice.below(30));
  }
  void settle() {
    for (auto& tab : tabs) {
      tab->line.pushes.clear();
      tab->line.feeds.clear();
      tab->store.commit_faults.clear();
      tab->open(keep());
    }
    for (int round = 0; round < 5; ++round) {
      for (auto& tab : tabs) tab->sync(SyncReason::Asked);
    }
  }
  void check() {
    std::map<std::string, int> times;
    for (const std::string& content : bench.council.contents()) ++times[content];
    for (const auto& [text, count] : times) CHECK_MESSAGE(count == 1, text);
    for (const auto& [text, answer] : saved) {
      if (answer->ok) CHECK_MESSAGE(times.count(text) == 1, text);
    }
    Texts all = bench.council.contents();
    std::sort(all.begin(), all.end());
    for (auto& tab : tabs) {
      CHECK(tab->documents() == all);
      CHECK(tab->changes().empty());
      CHECK(tab->engine->status() == SyncStatus{});
    }
  }

  SyncBench bench;
  Dice dice;
  bool keeps_all = true;
  bool may_restore = true;
  bool may_lose_store = false;
  std::vector<std::unique_ptr<Tab>> tabs;
  std::vector<std::unique_ptr<Tab>> graves;  // their stores and lines may still be called
  std::vector<std::pair<std::string, std::shared_ptr<Tab::Answer>>> saved;
  std::optional<SmallCouncil::State> copy;
  int made = 0;
};

void live(std::uint64_t seed, Life& life) {
  CAPTURE(seed);
  for (int i = 0; i < 150; ++i) life.step();
  life.settle();
  life.check();
}

TEST_CASE("in random lives with restored councils nothing that was saved is lost or doubled") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    Life life(seed);
    live(seed, life);
  }
}

TEST_CASE("in random lives that keep only the unsent nothing is lost or doubled") {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    Life life(seed);
    life.may_restore = false;  // it has what left the device
    life.keeps_all = false;
    for (auto& tab : life.tabs) tab->open(life.keep());
    live(seed, life);
  }
}

TEST_CASE("in random lives whose stores go away nothing is lost or doubled") {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    Life life(seed);
    life.may_lose_store = true;
    life.may_restore = false;  // it has what no disk kept
    life.keeps_all = seed % 2 == 0;
    live(seed, life);
  }
}

}  // namespace
}  // namespace alongside::client
