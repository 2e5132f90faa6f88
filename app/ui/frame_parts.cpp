#include "app/ui/frame_parts.hpp"

#include "app/ui/key_hash.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

namespace alongside::ui {
namespace {

constexpr std::uint32_t no_key = 0;  // nobody looks for it by a key

}  // namespace

std::uint32_t FrameParts::path_of(const Key& key) const { return key_hash(scopes.back().path, key); }

// The role is part of the id, since one element cannot turn into another.
NodeId FrameParts::id_of(Role role, std::uint32_t path) const {
  const std::uint32_t hash = fnv_byte(path, static_cast<std::uint8_t>(role));
  return static_cast<NodeId>(scopes.back().plugin) << 32 | (hash == 0 ? 1 : hash);
}

// Two widgets with one key are a mistake of a page, and both are there.
void FrameParts::add(Role role, std::uint32_t path, NodeId parent, const NodeNote& note) {
  NodeId id = id_of(role, path);
  if (stage.add(id, parent, role, note)) return;
  log(fmt::format("two widgets with one key: node {:x}, role {}", id, static_cast<int>(role)));
  do {
    id = static_cast<NodeId>(scopes.back().plugin) << 32 | (static_cast<std::uint32_t>(id) + 1);
  } while (static_cast<std::uint32_t>(id) == 0 || !stage.add(id, parent, role, note));
}

Node& FrameParts::record(Role role, std::uint32_t path, std::uint32_t hash, std::size_t* index) {
  const OpenScope& above = scopes.back();
  NodeId parent = 0;
  Language outer = words.language();
  for (auto scope = scopes.rbegin(); scope != scopes.rend(); ++scope) {
    if (scope->node == no_node) continue;
    parent = stage.node(scope->node).id;
    outer = scope->language;
    break;
  }
  add(role, path, parent, {.key_hash = hash, .scope_path = above.path});
  *index = last_node();
  Node& node = stage.node(*index);
  if (above.language != outer) node.lang = code_of(above.language);
  return node;
}

Node& FrameParts::leaf(Role role, const Key& key) {
  std::size_t index = 0;
  return record(role, path_of(key), key_hash(fnv_start, key), &index);
}

Node& FrameParts::leaf(Role role) {
  const auto kind = static_cast<std::uint32_t>(role);
  const std::uint32_t ordinal = scopes.back().ordinals[kind]++;
  std::size_t index = 0;
  return record(role, ordinal_hash(scopes.back().path, kind << 16 | ordinal), no_key, &index);
}

OpenScope& FrameParts::open(Scope::Kind kind, Role role, const Key& key) {
  OpenScope scope;
  scope.kind = kind;
  scope.path = path_of(key);
  scope.role = role;
  scope.language = scopes.back().language;
  scope.hue = scopes.back().hue;
  scope.plugin = scopes.back().plugin;
  record(role, scope.path, key_hash(fnv_start, key), &scope.node);
  return scopes.emplace_back(std::move(scope));
}

// Shares the numbering of the scope around it, so that ids do not depend on hue or language.
OpenScope& FrameParts::open_quiet(Scope::Kind kind) {
  OpenScope scope;
  scope.kind = kind;
  scope.path = scopes.back().path;
  scope.ordinals = scopes.back().ordinals;
  scope.language = scopes.back().language;
  scope.hue = scopes.back().hue;
  scope.plugin = scopes.back().plugin;
  scope.boxed = false;
  return scopes.emplace_back(std::move(scope));
}

void FrameParts::close() {
  assert(scopes.size() > 1);
  const OpenScope scope = std::move(scopes.back());
  scopes.pop_back();
  if (!scope.boxed) {
    scopes.back().ordinals = scope.ordinals;
    return;
  }
  const Rect place = layout.close();
  if (scope.node != no_node) stage.node(scope.node).rect = place;
  if (scope.closed != nullptr) scope.closed(*this, scope, place);
}

std::optional<Action> FrameParts::take(NodeId node, ActionKind kind) {
  auto action = actions.take(node, kind);
  acted = acted || action.has_value();
  return action;
}

void FrameParts::finish_tree() {
  SemanticTree& tree = stage.tree();
  const NodeId dialog = dialogs.top();
  // Brothers and sisters have one parent.
  NodeId family = 0;
  const Node* parent = nullptr;
  // Backwards, since a child needs its parent's place on the page.
  for (std::size_t i = tree.size(); i-- > 0;) {
    Node& node = stage.node(i);
    if (dialog != 0 && !tree.is_inside(node.id, dialog)) node.states |= static_cast<std::uint32_t>(State::Covered);
    if (node.parent != family) {
      family = node.parent;
      parent = tree.find(family);
    }
    if (parent != nullptr) {
      node.rect.x -= parent->rect.x;
      node.rect.y -= parent->rect.y;
    }
  }
}

std::string FrameParts::look_with_hue(std::string_view look) const {
  switch (hue()) {
    case Hue::Plum: return fmt::format("{} hue-plum", look);
    case Hue::Indigo: return fmt::format("{} hue-indigo", look);
    case Hue::Primary: break;
  }
  return std::string(look);
}

TextStyle FrameParts::style(float css_size, FontFace face) const {  // Large words stand closer: their lines are short.
  const TextSpacing& asked = input.spacing;
  const float size = css_size * input.text_scale;
  return {face, size, std::max(css_size >= 28 ? 1.25f : 1.5f, asked.line), asked.letter * size, asked.word * size};
}

float FrameParts::scaled(float css) const { return std::ceil(css * input.text_scale); }

void FrameParts::log(std::string_view line) const {
  if (sink) sink(line);
}

}  // namespace alongside::ui
