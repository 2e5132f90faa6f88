#include "app/ui/pointer.hpp"

#include "app/ui/frame_parts.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <utility>

namespace alongside::ui {
namespace {

bool is_card(const NodeNote& note) { return note.card != no_card; }

bool reacts(const Node& node, const NodeNote& note) {
  if (node.has(State::Disabled) || node.has(State::Covered)) return false;
  switch (node.role) {
    case Role::Link:
    case Role::Button:
    case Role::Checkbox:
    case Role::Radio: return true;
    default: return is_card(note);
  }
}

ActionKind kind_of(Role role) {
  return role == Role::Checkbox || role == Role::Radio ? ActionKind::Toggle : ActionKind::Activate;
}

// The link that a card stands for: the one inside it with the same address.
NodeId link_of_card(const SemanticTree& tree, NodeId card, std::string_view href) {
  for (const Node& node : tree.nodes()) {
    if (node.role == Role::Link && node.href == href && tree.is_inside(node.id, card)) return node.id;
  }
  return 0;
}

}  // namespace

void Pointer::test(FrameParts& parts) {
  shown_over_ = std::exchange(over_, 0);
  shown_held_ = std::exchange(held_, 0);
  const SemanticTree& tree = parts.stage.tree();
  // From the last to the first: what was painted later lies on top and takes the mouse.
  for (std::size_t i = tree.size(); i-- > 0;) {
    const Node& node = tree.nodes()[i];
    const NodeNote& note = parts.stage.note(i);
    if (!reacts(node, note)) continue;
    const Rect place = tree.page_rect(node.id);
    const ImVec2 low{place.x, place.y - parts.input.scroll_y};
    const ImRect box(low, {low.x + place.width, low.y + place.height});
    const ImGuiID id = ImHashData(&node.id, sizeof node.id);
    if (!ImGui::ItemAdd(box, id)) continue;
    bool hovered = false, held = false;
    const bool pressed = ImGui::ButtonBehavior(box, id, &hovered, &held, ImGuiButtonFlags_PressedOnClickRelease);
    if (hovered) {
      over_ = node.id;
      ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    }
    if (held) held_ = node.id;
    const NodeId target = is_card(note) ? link_of_card(tree, node.id, parts.stage.href_of_card(note)) : node.id;
    if (ImGui::IsItemActivated() && target != 0) parts.focus.want_by_mouse(target);
    if (pressed && target != 0) {
      parts.actions.push({target, kind_of(tree.find(target)->role)}, parts.sink);
    }
  }
}

bool Pointer::events_waiting() const { return ImGui::GetCurrentContext()->InputEventsQueue.Size > 0; }

}  // namespace alongside::ui
