#include "app/ui/frame.hpp"

#include "app/ui/frame_parts.hpp"
#include "app/ui/key_hash.hpp"
#include "app/ui/patch_encoder.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cassert>
#include <utility>

namespace alongside::ui {
namespace {

constexpr float page_width_limit = 1120;

void open_window(const FrameInput& input) {
  constexpr ImGuiWindowFlags flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                     ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoSavedSettings |
                                     ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse |
                                     ImGuiWindowFlags_NoBringToFrontOnFocus;
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize({input.width, input.height});
  ImGui::Begin("page", nullptr, flags);
}

Rect centred_column(float width) {
  const float padding = width >= 768 ? 24 : 16;
  const float column = std::max(1.0f, std::min(width - 2 * padding, page_width_limit));
  return {static_cast<float>(static_cast<int>((width - column) / 2)), 0, column, 0};
}

void paint_ring(FrameParts& parts) {
  const NodeId id = parts.focus.ring() ? parts.focus.on() : 0;
  const Node* node = parts.stage.tree().find(id);
  if (node == nullptr || node->role == Role::TextField || node->role == Role::Select) return;
  Rect place = parts.stage.tree().page_rect(id);
  if (node->role == Role::Checkbox || node->role == Role::Radio || node->role == Role::FileField) {
    place = {place.x + node->box.x, place.y + node->box.y, node->box.width, node->box.height};
  }
  const auto grown = [&place](float by) {
    return Rect{place.x - by, place.y - by, place.width + 2 * by, place.height + 2 * by};
  };
  parts.stage.use_layer(parts.dialogs.top() == 0 ? Layer::Page : Layer::Overlay);
  // Words without a box of their own get a little air before the ring.
  const bool boxed = node->role != Role::Link && node->role != Role::Heading;
  const float air = boxed ? 0 : 3;
  parts.paint().stroke(grown(3 + air), parts.theme().focus_inner, 11, 3);
  parts.paint().stroke(grown(6 + air), parts.theme().focus_outer, 14, 3);
}

std::uint8_t faded(std::uint8_t alpha, std::uint8_t opacity) {
  return static_cast<std::uint8_t>(alpha * opacity / 255);
}

void paint_page(const FrameParts& parts) {
  const FrameInput& input = parts.input;
  ImDrawList* draw = ImGui::GetWindowDrawList();
  draw->_FringeScale = 1 / std::max(input.dpr, 1.0f);  // edges one device pixel soft, not one CSS pixel
  const auto whole = [&](Color color) {
    draw->AddRectFilled({0, 0}, {input.width, input.height}, IM_COL32(color.red, color.green, color.blue, color.alpha));
  };
  const DrawTarget target{draw, &parts.fonts, input.scroll_y, input.height, input.pictures};
  whole(parts.theme().paper);
  parts.stage.paint(Layer::Page).draw(target);
  const NodeId dialog = parts.dialogs.top();
  Color scrim = parts.theme().scrim;
  if (parts.dialogs.shown().size() == 1) scrim.alpha = faded(scrim.alpha, parts.arrivals.opacity_of(dialog));
  if (dialog != 0) whole(scrim);
  parts.stage.paint(Layer::Overlay).draw(target);
}

void follow_arrivals(FrameParts& parts, Shape shape) {
  if (parts.input.motion == Motion::Still || parts.input.view == View::Plain) return parts.arrivals.forget();
  parts.arrivals.follow(parts.before, parts.stage, shape, parts.input.now_ms);
}

// A click on something that is disabled, or lies under a dialog, did not happen.
void refuse_actions(FrameParts& parts) {
  parts.actions.refuse(
      [&parts](const Action& action) {
        const Node* node = parts.before.find(action.node);
        return node != nullptr && (node->has(State::Disabled) || node->has(State::Covered));
      },
      parts.sink);
}

void make_patch(FrameParts& parts, Shape shape) {
  PatchExtras extras;
  extras.focus = parts.focus.decide(parts);
  extras.scroll = std::exchange(parts.scroll, std::nullopt);
  extras.announcements = std::exchange(parts.announcements, {});
  if (parts.content_height != parts.sent_height) extras.height = parts.sent_height = parts.content_height;
  parts.patch = encode_patch(parts.before, parts.stage.tree(), shape, extras);
}

}  // namespace

Frame::Frame(Fonts& fonts, const Words& words) : parts_(std::make_unique<FrameParts>(fonts, words)) {}
Frame::~Frame() = default;

void Frame::begin(const FrameInput& input) {
  FrameParts& parts = *parts_;
  assert(!parts.is_open);
  parts.is_open = true;
  parts.acted = false;
  parts.input = input;
  parts.theme_in_use = &ui::theme(input.theme);
  refuse_actions(parts);
  std::swap(parts.before, parts.stage.tree());
  parts.stage.clear();
  parts.dialogs.begin_frame();
  parts.scopes.clear();
  parts.card_lines.clear();
  parts.scopes.push_back({.path = fnv_start, .language = parts.words.language(), .boxed = false});
  parts.measured.begin_frame(parts.fonts, input.dpr);
  parts.layout.begin(input.width, centred_column(input.width));
  open_window(input);
}

void Frame::end() {
  FrameParts& parts = *parts_;
  assert(parts.is_open);
  while (parts.scopes.size() > 1) parts.close();
  parts.dialogs.end_frame(parts);
  parts.content_height = parts.layout.bottom();
  for (const Dialogs::Shown& dialog : parts.dialogs.shown()) {
    parts.content_height = std::max(parts.content_height, dialog.bottom + 24);
  }
  parts.finish_tree();
  parts.actions.age(parts.sink);
  const Shape shape = parts.stage.tree().shape_after(parts.before);
  follow_arrivals(parts, shape);
  if (parts.input.view == View::Canvas) {
    parts.pointer.test(parts);
    paint_ring(parts);
    paint_page(parts);
  }
  parts.measured.end_frame();
  ImGui::End();
  make_patch(parts, shape);
  parts.is_open = false;
}

bool Frame::open() const { return parts_->is_open; }
void Frame::push(Action action) {
  if (parts_->focus.told(action)) return;
  if (action.kind == ActionKind::Dismiss && action.node == 0) action.node = parts_->dialogs.top();
  if (action.node != 0) parts_->actions.push(std::move(action), parts_->sink);
}

void Frame::announce(std::string_view sentence) { parts_->announcements.emplace_back(sentence); }
void Frame::scroll_to(float y) { parts_->scroll = y; }
void Frame::focus_node(NodeId id) { parts_->focus.want_node(id); }
void Frame::focus_main() { parts_->focus.want_main(); }

const SemanticTree& Frame::tree() const { return parts_->stage.tree(); }
std::span<const std::uint8_t> Frame::patch() const { return parts_->patch; }
std::vector<std::string> Frame::take_navigations() { return std::exchange(parts_->navigations, {}); }
float Frame::content_height() const { return parts_->content_height; }
NodeId Frame::focused() const { return parts_->focus.on(); }

bool Frame::wants_another() const {
  const FrameParts& parts = *parts_;
  return parts.acted || !parts.actions.empty() || parts.focus.waiting() || !parts.announcements.empty() ||
         parts.pointer.events_waiting() || parts.pointer.moved_on() || parts.arrivals.under_way();
}

void Frame::forget_page() {
  parts_->stage.clear();
  parts_->sent_height = -1;
}

void Frame::log_to(std::function<void(std::string_view)> sink) { parts_->sink = std::move(sink); }

}  // namespace alongside::ui
