#include "tests/support/ui_harness.hpp"
#include "tests/unit/ui/example_screen.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace alongside::ui;
using namespace alongside::ui::literals;
using alongside::testing::ExampleScreen;
using alongside::testing::UiHarness;

namespace {

constexpr char text[] =
    "t.save\0"
    "Save\0"
    "Cadw\0"
    "t.title\0"
    "My places\0"
    "Fy lleoedd\0";

std::vector<NodeId> ids(const UiHarness& harness) {
  std::vector<NodeId> result;
  for (const Node& node : harness.tree().nodes()) result.push_back(node.id);
  return result;
}

}  // namespace

TEST_CASE("ids stay the same from frame to frame and no two are equal") {
  UiHarness harness(360, 800);
  ExampleScreen screen;
  harness.frame([&](Ui& ui) { screen.draw(ui); });
  const std::vector<NodeId> first = ids(harness);
  CHECK(std::set<NodeId>(first.begin(), first.end()).size() == first.size());
  CHECK(harness.log.empty());
  harness.frame();
  CHECK(ids(harness) == first);
}

TEST_CASE("ids do not depend on the width, the theme or the language") {
  UiHarness harness(360, 800);
  harness.words().add({text, 2});
  const auto page = [](Ui& ui) {
    const Scope main = ui.landmark("main", Role::Main);
    ui.heading(1, ui.tr("t.title"_t));
    ui.button("save", ui.tr("t.save"_t));
    const Scope table = ui.table("t", ui.tr("t.title"_t), {{ui.tr("t.save"_t)}, {"b"}, {"c"}, {"d"}});
  };
  harness.frame(page);
  const std::vector<NodeId> first = ids(harness);
  harness.words().use(Language::Welsh);
  harness.input.width = 1200;
  harness.input.theme = ThemeName::Dark;
  harness.frame();
  CHECK(harness.has(Role::Button, "Cadw"));
  CHECK(ids(harness) == first);
}

TEST_CASE("an item of a list keeps its id when the list is sorted anew, and nothing is made again") {
  UiHarness harness(360, 800);
  std::vector<std::uint64_t> order = {3, 1, 2};
  const auto page = [&order](Ui& ui) {
    const Scope list = ui.list("list");
    for (const std::uint64_t number : order) {
      const Scope item = ui.list_item(Key("item", number));
      ui.button("open", "Open " + std::to_string(number));
    }
  };
  harness.frame(page);
  const NodeId before = harness.find(Role::Button, "Open 3").id;
  order = {1, 2, 3};
  harness.frame();
  CHECK(harness.find(Role::Button, "Open 3").id == before);
  CHECK(harness.page().creates == 0);
  CHECK(harness.page().removes == 0);
  CHECK(harness.page().lists == 1);
}

TEST_CASE("a plugin's nodes carry its number above their hash") {
  UiHarness harness(360, 800);
  harness.frame([&](Ui& ui) {
    ui.button("a", "Ours");
    const Scope owner = ui.owned_by(3);
    ui.button("b", "Theirs");
    const Scope card = ui.card("card");
    ui.button("c", "Theirs too");
  });
  const auto owner = [&](const char* name) { return static_cast<int>(harness.find(Role::Button, name).id >> 32); };
  CHECK(owner("Ours") == 0);
  CHECK(owner("Theirs") == 3);
  CHECK(owner("Theirs too") == 3);
}

TEST_CASE("two widgets with one key are both there, and the mistake is logged") {
  UiHarness harness(360, 800);
  int first = 0, second = 0;
  harness.frame([&](Ui& ui) {
    if (ui.button("same", "One")) ++first;
    if (ui.button("same", "Two")) ++second;
  });
  CHECK(harness.count(Role::Button) == 2);
  CHECK(harness.log.size() == 1);
  harness.activate(harness.find(Role::Button, "Two"));
  CHECK(first == 0);
  CHECK(second == 1);
}

TEST_CASE("a hue or a language around a text does not change which node it is") {
  UiHarness harness(360, 800);
  bool plum = false;
  harness.frame([&plum](Ui& ui) {
    ui.text("first");
    {
      const Scope hue = ui.hue(plum ? Hue::Plum : Hue::Primary);
      ui.text("second");
    }
    ui.text("third");
  });
  const std::vector<NodeId> before = ids(harness);
  plum = true;
  harness.frame();
  CHECK(ids(harness) == before);
}
