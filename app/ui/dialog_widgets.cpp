// Ui: the dialog, a panel over the page. It stays where it was opened while the page scrolls below.
#include "app/ui/label.hpp"
#include "app/ui/ui.hpp"

#include <algorithm>

namespace alongside::ui {
namespace {

constexpr float panel_width = 560, panel_margin = 16;

void close_dialog(FrameParts& parts, const OpenScope& scope, Rect place) {
  const Theme& theme = parts.theme();
  parts.paint().fill_reserved(scope.paint, 2, [&](DisplayList& paint) {
    paint.fill(place, theme.surface, 16);
    paint.stroke(place, theme.line_strong, 16, theme.edge);
  });
  for (const Dialogs::Shown& shown : parts.dialogs.shown()) {
    if (shown.id != parts.node_of(scope).id) continue;
    // Its height is known only now: into the middle of the screen, or to the top of it.
    const float room = parts.input.height - place.height;
    const float down = std::max(panel_margin, static_cast<float>(static_cast<int>(room / 2)));
    const Mark begin{scope.node, scope.paint};
    parts.stage.move(begin, parts.stage.mark(), 0, shown.scroll_y + down - place.y);
    parts.dialogs.set_bottom(shown.id, shown.scroll_y + down + place.height);
    break;
  }
  parts.stage.use_layer(static_cast<Layer>(scope.look));
}

}  // namespace

Scope Ui::dialog(Key key, std::string_view title, Open& open) {
  if (open == Open::No) return {};
  FrameParts& parts = frame_.parts();
  if (parts.take(parts.id_of(Role::Dialog, key), ActionKind::Dismiss)) {
    open = Open::No;
    return {};
  }
  const Layer around = parts.stage.layer();
  parts.stage.use_layer(Layer::Overlay);
  OpenScope& scope = parts.open(Scope::Kind::Dialog, Role::Dialog, key);
  Node& node = parts.node_of(scope);
  node.name = title;
  node.parent = 0;  // over the whole page, wherever it was called
  if (parts.dialogs.show(node.id, parts.focus.on(), parts.input.scroll_y)) parts.focus.want_first_inside(node.id);
  scope.look = static_cast<std::uint8_t>(around);
  scope.paint = parts.paint().reserve(2);
  scope.closed = close_dialog;
  const float width =
      std::min(panel_width * std::min(parts.input.text_scale, 1.5f), parts.input.width - 2 * panel_margin);
  const float left = static_cast<float>(static_cast<int>((parts.input.width - width) / 2));
  parts.layout.open_apart({left, 0, width, 0}, {20, 20, 20, 20});
  heading(2, title);
  return {frame_, Scope::Kind::Dialog};
}

}  // namespace alongside::ui
