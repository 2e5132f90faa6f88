// FrameParts: what Ui's widgets work with while a frame is open: recording, layout, paint, theme,
// actions. Owned by Frame. Each widget adds its node here and paints in the same call.
#pragma once

#include "app/ui/actions.hpp"
#include "app/ui/arrivals.hpp"
#include "app/ui/card_lines.hpp"
#include "app/ui/dialogs.hpp"
#include "app/ui/focus.hpp"
#include "app/ui/frame.hpp"
#include "app/ui/layout.hpp"
#include "app/ui/measured_text.hpp"
#include "app/ui/open_scope.hpp"
#include "app/ui/pointer.hpp"
#include "app/ui/stage.hpp"
#include "app/ui/text_layout.hpp"
#include "app/ui/words.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace alongside::ui {

class FrameParts {
 public:
  FrameParts(Fonts& fonts, const Words& words) : fonts(fonts), words(words), layout(stage) {}

  // Recording. `leaf` and `open` give the node its id, parent and language.
  Node& leaf(Role role, const Key& key);
  Node& leaf(Role role);  // without a key: numbered among its kind in the scope
  OpenScope& open(Scope::Kind kind, Role role, const Key& key);
  OpenScope& open_quiet(Scope::Kind kind);  // a scope without a node: hue, language
  void close();
  OpenScope& scope() { return scopes.back(); }
  Node& node_of(const OpenScope& scope) { return stage.node(scope.node); }
  std::size_t last_node() const { return stage.tree().size() - 1; }

  std::uint32_t path_of(const Key& key) const;
  // The id that a node of this role and key gets here, unless another has it already.
  NodeId id_of(Role role, const Key& key) const { return id_of(role, path_of(key)); }
  void finish_tree();  // rectangles relative to parents, covered nodes

  // Actions for a node that was just recorded.
  std::optional<Action> take(NodeId node, ActionKind kind);
  bool activated(NodeId node) { return take(node, ActionKind::Activate).has_value(); }

  // Looks.
  const Theme& theme() const { return *theme_in_use; }
  Hue hue() const { return scopes.back().hue; }
  const HueColors& colors() const { return theme().hue(hue()); }
  std::string look_with_hue(std::string_view look) const;
  TextStyle style(float css_size, FontFace face = FontFace::Regular) const;
  float scaled(float css) const;  // sizes that grow with the text: targets, icons
  DisplayList& paint() { return stage.paint(); }
  void log(std::string_view line) const;

  Fonts& fonts;
  const Words& words;
  FrameInput input;
  const Theme* theme_in_use = &ui::theme(ThemeName::Light);
  Stage stage;
  Layout layout;
  mutable MeasuredText measured;  // remembers; whoever only looks gets the same either way
  CardLines card_lines;
  ActionQueue actions;
  Pointer pointer;
  Focus focus;
  Dialogs dialogs;
  Arrivals arrivals;
  SemanticTree before;  // the tree of the last frame, as the page knows it
  std::vector<OpenScope> scopes;
  std::vector<std::string> navigations;
  std::vector<std::string> announcements;
  std::optional<float> scroll;
  std::vector<std::uint8_t> patch;
  std::function<void(std::string_view)> sink;
  float sent_height = -1;
  float content_height = 0;
  bool acted = false;  // a widget took an action in this frame
  bool is_open = false;

 private:
  Node& record(Role role, std::uint32_t path, std::uint32_t key_hash, std::size_t* index);
  NodeId id_of(Role role, std::uint32_t path) const;
  void add(Role role, std::uint32_t path, NodeId parent, const NodeNote& note);
};

}  // namespace alongside::ui
