// Ui: fields whose control is the page's own: text and select. The page is the only editor; what
// the person did arrives as an action.
#include "app/ui/field_paint.hpp"
#include "app/ui/ui.hpp"

#include <algorithm>

namespace alongside::ui {
namespace {

// The words of a narrow field may be wider than its box: an age has two digits, its label has more.
float words_width(const FrameParts& parts, float box_width) {
  const float scale = parts.input.text_scale;
  const float most = parts.layout.in_row() ? 220 * scale : 34 * 18 * scale;
  return std::min(parts.layout.width(), std::max(box_width, most));
}

// Places words and box, gives the node both rectangles, paints all but the value.
Rect field_box(FrameParts& parts, Node& node, const FieldText& text, float width, float height) {
  const FieldWords words = measure_field(parts, node, text, words_width(parts, width));
  node.rect = parts.layout.place({std::max(width, words.width), words.height + height}, {12, 12}, LineAlign::Bottom);
  node.box = {0, words.height, width, height};
  paint_field_words(parts, words, node.rect);
  const Rect box{node.rect.x, node.rect.y + words.height, width, height};
  paint_field_box(parts, box, text.error.empty() ? Faulty::No : Faulty::Yes);
  return box;
}

}  // namespace

bool Ui::text_field(Key key, const FieldText& words, std::string& value, const TextFieldOptions& options) {
  FrameParts& parts = frame_.parts();
  Node& node = parts.leaf(Role::TextField, key);
  const bool multiline = options.lines > 1;
  std::string typed = value;
  while (const auto action = parts.take(node.id, ActionKind::SetValue)) {
    typed = acceptable_value(action->payload, options.max_length, multiline);
  }
  const bool changed = typed != value;
  if (changed) value = std::move(typed);
  node.value = value;
  node.input_type = options.type;
  node.input_mode = options.mode;
  node.autocomplete = options.autocomplete;
  node.max_length = options.max_length;
  if (multiline) node.states |= static_cast<std::uint32_t>(State::Multiline);
  if (options.required == Required::Yes) node.states |= static_cast<std::uint32_t>(State::Required);
  if (options.max_width > 0) node.look = "short";
  const float line = line_height(parts.style(18));
  const float height = multiline ? line * options.lines + 20 : std::max(48.0f, line + 20);
  const Rect box = field_box(parts, node, words, field_width(parts, options.max_width), height);
  if (options.type != InputType::Password) paint_field_value(parts, box, node.value, options.lines);
  return changed;
}

bool Ui::select(Key key, const FieldText& words, const std::vector<Choice>& choices, std::string& value) {
  FrameParts& parts = frame_.parts();
  Node& node = parts.leaf(Role::Select, key);
  bool changed = false;
  while (const auto action = parts.take(node.id, ActionKind::SetValue)) {
    // Only one of the choices can be chosen, whatever the page says.
    if (std::ranges::find(choices, action->payload, &Choice::value) == choices.end()) continue;
    changed = changed || action->payload != value;
    value = action->payload;
  }
  node.value = value;
  for (const Choice& choice : choices) node.options.push_back({choice.value, choice.label});
  const Rect box =
      field_box(parts, node, words, field_width(parts, 0), std::max(48.0f, line_height(parts.style(18)) + 20));
  const auto chosen = std::ranges::find(choices, value, &Choice::value);
  const float arrow = parts.scaled(24);
  const Rect inside{box.x, box.y, box.width - arrow - 8, box.height};
  if (chosen != choices.end()) paint_field_value(parts, inside, chosen->label, 1);
  parts.paint().icon(Icon::ChevronDown, arrow * 0.8f, parts.theme().ink,
                     {box.x + box.width - arrow - 8, box.y, arrow, box.height});
  return changed;
}

}  // namespace alongside::ui
