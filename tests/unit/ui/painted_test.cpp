// Proof from ImGui's side that nothing is painted or pressed which the tree does not know: every glyph in
// its draw data stands in a run of words of the display list, and whatever it lets the mouse press is a node.
// Faults that are planted have to be found. The browser tests go on from there: each of those runs of words,
// on every screen, stands in the page (tests/browser/painted.test.mjs).
#include "app/ui/painted.hpp"
#include "app/ui/frame_parts.hpp"
#include "tests/support/ui_harness.hpp"
#include "tests/unit/ui/example_screen.hpp"

#include <doctest/doctest.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace alongside::ui;
using alongside::testing::ExampleScreen;
using alongside::testing::UiHarness;

namespace {

bool holds(const Rect& rect, ImVec2 point, float air) {
  return point.x >= rect.x - air && point.x <= rect.x + rect.width + air && point.y >= rect.y - air &&
         point.y <= rect.y + rect.height + air;
}

// Two triangles over four corners, as AddText makes them: a glyph when they show a part of the texture.
bool is_glyph(const ImDrawList& list, int at) {
  const ImDrawIdx* index = &list.IdxBuffer[at];
  const ImDrawIdx first = index[0];
  const bool quad = index[1] == first + 1 && index[2] == first + 2 && index[3] == first && index[4] == first + 2 &&
                    index[5] == first + 3;
  if (!quad || first + 3 >= list.VtxBuffer.Size) return false;
  const ImVec2 low = list.VtxBuffer[first].uv, high = list.VtxBuffer[first + 2].uv;
  return low.x != high.x && low.y != high.y;
}

std::vector<ImVec2> glyph_middles() {
  std::vector<ImVec2> middles;
  for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists) {
    for (int at = 0; at + 5 < list->IdxBuffer.Size; at += 3) {
      if (!is_glyph(*list, at)) continue;
      const ImVec2 low = list->VtxBuffer[list->IdxBuffer[at]].pos, high = list->VtxBuffer[list->IdxBuffer[at + 2]].pos;
      middles.push_back({(low.x + high.x) / 2, (low.y + high.y) / 2});
    }
  }
  return middles;
}

// How many glyphs on the canvas are in no run of words and no icon that the frame recorded.
std::size_t strays(UiHarness& harness) {
  const Stage& stage = harness.frame_object().parts().stage;
  std::vector<ImVec2> middles = glyph_middles();
  CHECK(middles.size() > 10);
  std::erase_if(middles, [&](ImVec2 middle) {
    middle.y += harness.input.scroll_y;
    for (const Layer layer : {Layer::Page, Layer::Overlay}) {
      for (const Command& command : stage.paint(layer).commands()) {
        const bool letters = command.kind == Command::Kind::Text || command.kind == Command::Kind::Icon;
        if (letters && holds(command.rect, middle, 3)) return true;
      }
    }
    return false;
  });
  return middles.size();
}

bool has_pressable_node(const UiHarness& harness, float x, float y) {
  return std::ranges::any_of(harness.tree().nodes(), [&](const Node& node) {
    const bool known = node.role == Role::Link || node.role == Role::Button || node.role == Role::Checkbox ||
                       node.role == Role::Radio || node.role == Role::Group || node.role == Role::ListItem;
    return known && holds(harness.tree().page_rect(node.id), {x, y}, 0.5f);
  });
}

// Places, every 12 pixels, where ImGui would let the mouse press something that is no node.
int unknown_places(UiHarness& harness, int& pressable) {
  int unknown = 0;
  for (float y = 6; y < harness.input.height; y += 12) {
    for (float x = 6; x < harness.input.width; x += 12) {
      harness.mouse_to(x, y);
      harness.frame();
      if (ImGui::GetCurrentContext()->HoveredId == 0) continue;
      ++pressable;
      if (!has_pressable_node(harness, x, y + harness.input.scroll_y)) ++unknown;
    }
  }
  return unknown;
}

}  // namespace

TEST_CASE("every glyph that ImGui draws stands in words that are recorded") {
  for (const float width : {320.0f, 1000.0f}) {
    for (const bool asking : {false, true}) {
      for (const float spacing : {0.0f, 0.12f}) {
        UiHarness harness(width, 1600);
        harness.input.spacing = {spacing, spacing, 0, 0};
        ExampleScreen screen;
        screen.asking = asking ? Open::Yes : Open::No;
        harness.frame([&](Ui& ui) { screen.draw(ui); });
        harness.frame();
        CHECK(strays(harness) == 0);
      }
    }
  }
}

TEST_CASE("words that are drawn past the tree are found") {
  UiHarness harness(360, 800);
  harness.frame([](Ui& ui) {
    ui.text("A sentence that is in the tree");
    ImGui::GetWindowDrawList()->AddText({20, 400}, 0xFF000000, "Smuggled");
  });
  CHECK(strays(harness) == 8);
}

TEST_CASE("whatever ImGui lets the mouse press is a node of the tree") {
  UiHarness harness(360, 700);
  ExampleScreen screen;
  harness.frame([&](Ui& ui) { screen.draw(ui); });
  int pressable = 0;
  CHECK(unknown_places(harness, pressable) == 0);
  CHECK(pressable > 20);
}

TEST_CASE("something to press that is not in the tree is found") {
  UiHarness harness(360, 400);
  harness.frame([](Ui& ui) {
    ui.text("Nothing to press here");
    ImGui::SetCursorPos({100, 200});
    ImGui::InvisibleButton("smuggled", {60, 60});
  });
  int pressable = 0;
  CHECK(unknown_places(harness, pressable) > 10);
}

TEST_CASE("the painted words are told with their places, and none in the plain view") {
  UiHarness harness(360, 800);
  harness.frame([](Ui& ui) { ui.text("Short"); });
  const std::string lines = painted_lines(harness.frame_object());
  CHECK(lines.ends_with(" Short\n"));
  CHECK(lines.starts_with("16 "));
  harness.input.view = View::Plain;
  harness.frame();
  CHECK(painted_lines(harness.frame_object()).empty());
}
