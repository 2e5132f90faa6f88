// Ui: the list of what is wrong with a form, with a link to each field.
#include "app/ui/key_hash.hpp"
#include "app/ui/label.hpp"
#include "app/ui/ui.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace alongside::ui {
namespace {

void close_summary(FrameParts& parts, const OpenScope& scope, Rect place) {
  place.width = std::min(place.width, 34 * 18 * parts.input.text_scale + 40);
  parts.node_of(scope).rect.width = place.width;
  parts.paint().fill_reserved(scope.paint, 2, [&](DisplayList& paint) {
    paint.fill(place, parts.theme().bad.soft, 12);
    paint.stroke(place, parts.theme().bad.ink, 12, 3);
  });
}

void error_link(FrameParts& parts, const FieldError& error, std::uint32_t form_path, NodeId form) {
  Node& node = parts.leaf(Role::Link, "link");
  node.name = error.message;
  node.href = fmt::format("#{}", error.field.text);
  node.look = "standalone";
  const Label label =
      measure_label(parts, error.message, parts.style(18, FontFace::Bold), Icon::None, parts.layout.width());
  node.rect = parts.layout.place({label.width, std::max(48.0f, label.height)}, {0, 0});
  paint_label(parts, label, node.rect, parts.theme().bad.ink);
  underline_label(parts, label, node.rect, parts.theme().bad.ink, parts.pointer.over(node.id) ? 3 : 1);
  if (parts.activated(node.id)) parts.focus.want_keyed(form_path, form, key_hash(fnv_start, error.field));
}

}  // namespace

void Ui::error_summary(Key key, std::string_view title, const std::vector<FieldError>& errors, TakeFocus focus) {
  if (errors.empty()) return;
  FrameParts& parts = frame_.parts();
  const std::uint32_t form_path = parts.scope().path;
  OpenScope& summary = parts.open(Scope::Kind::Node, Role::ErrorSummary, key);
  const Scope closes_summary(frame_, Scope::Kind::Node);
  const NodeId form = parts.node_of(summary).parent;
  if (focus == TakeFocus::Yes) parts.focus.want_node(parts.node_of(summary).id);
  summary.paint = parts.paint().reserve(2);
  summary.closed = close_summary;
  parts.layout.open(Flow::Column, {20, 16, 20, 12}, {12, 16});
  heading(2, title);
  const Scope errors_list = list("errors", {}, ListLook::Plain);
  for (std::size_t i = 0; i < errors.size(); ++i) {
    // Not the field's own key, by which the field is found.
    const Scope item = list_item(Key("error", key_hash(fnv_start, errors[i].field)));
    error_link(parts, errors[i], form_path, form);
  }
}

}  // namespace alongside::ui
