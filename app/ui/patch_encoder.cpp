#include "app/ui/patch_encoder.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <string_view>
#include <utility>

namespace alongside::ui {
namespace {

class Writer {
 public:
  Writer() { bytes_.resize(8); }

  void begin(PatchOp op) {
    ++ops_;
    u8(static_cast<std::uint8_t>(op));
  }
  void u8(std::uint8_t value) { bytes_.push_back(value); }
  void u16(std::uint16_t value) { little_endian(value, 2); }
  void u32(std::uint32_t value) { little_endian(value, 4); }
  void id(NodeId value) { little_endian(value, 8); }
  void f32(float value) { u32(std::bit_cast<std::uint32_t>(value)); }
  void f64(double value) { little_endian(std::bit_cast<std::uint64_t>(value), 8); }
  void text(std::string_view value) {
    u32(static_cast<std::uint32_t>(value.size()));
    bytes_.insert(bytes_.end(), value.begin(), value.end());
  }
  void rect(const Rect& value) {
    for (const float side : {value.x, value.y, value.width, value.height}) f32(side);
  }

  std::vector<std::uint8_t> finish() {
    if (ops_ == 0) return {};
    set_u32(0, patch_magic);
    set_u32(4, ops_);
    return std::move(bytes_);
  }

 private:
  void little_endian(std::uint64_t value, int count) {
    for (int i = 0; i < count; ++i) bytes_.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
  }
  void set_u32(std::size_t at, std::uint32_t value) {
    for (std::size_t i = 0; i < 4; ++i) bytes_[at + i] = static_cast<std::uint8_t>(value >> (8 * i));
  }

  std::vector<std::uint8_t> bytes_;
  std::uint32_t ops_ = 0;
};

constexpr std::uint32_t bit(Field field) { return 1u << static_cast<std::uint32_t>(field); }

std::uint32_t changed_fields(const Node& old, const Node& now) {
  std::uint32_t mask = 0;
  const auto compare = [&mask](Field field, bool same) {
    if (!same) mask |= bit(field);
  };
  compare(Field::Name, old.name == now.name);
  compare(Field::States, old.states == now.states);
  compare(Field::Level, old.level == now.level);
  compare(Field::Rect, old.rect == now.rect);
  compare(Field::Lang, old.lang == now.lang);
  compare(Field::Look, old.look == now.look);
  if (is_only_words(now.role)) return mask;
  compare(Field::Value, old.value == now.value);
  compare(Field::Description, old.description == now.description);
  compare(Field::Error, old.error == now.error);
  compare(Field::Progress, old.progress == now.progress);
  compare(Field::Box, old.box == now.box);
  compare(Field::Href, old.href == now.href);
  compare(Field::Autocomplete, old.autocomplete == now.autocomplete);
  compare(Field::Input,
          old.input_type == now.input_type && old.input_mode == now.input_mode && old.max_length == now.max_length);
  compare(Field::Options, old.options == now.options);
  compare(Field::Live, old.live == now.live);
  return mask;
}

void write_texts_until_rect(Writer& out, std::uint32_t mask, const Node& node) {
  if (mask & bit(Field::Name)) out.text(node.name);
  if (mask & bit(Field::Value)) out.text(node.value);
  if (mask & bit(Field::Description)) out.text(node.description);
  if (mask & bit(Field::Error)) out.text(node.error);
  if (mask & bit(Field::States)) out.u32(node.states);
  if (mask & bit(Field::Level)) out.u8(node.level);
  if (mask & bit(Field::Progress)) out.f64(node.progress);
}

void write_options(Writer& out, const std::vector<Option>& options) {
  const std::size_t count = std::min<std::size_t>(options.size(), 0xFFFF);
  out.u16(static_cast<std::uint16_t>(count));
  for (std::size_t i = 0; i < count; ++i) {
    out.text(options[i].value);
    out.text(options[i].label);
  }
}

void write_fields(Writer& out, std::uint32_t mask, const Node& node) {
  out.u32(mask);
  write_texts_until_rect(out, mask, node);
  if (mask & bit(Field::Rect)) out.rect(node.rect);
  if (mask & bit(Field::Box)) out.rect(node.box);
  if (mask & bit(Field::Href)) out.text(node.href);
  if (mask & bit(Field::Lang)) out.text(node.lang);
  if (mask & bit(Field::Autocomplete)) out.text(node.autocomplete);
  if (mask & bit(Field::Input)) {
    out.u8(static_cast<std::uint8_t>(node.input_type));
    out.u8(static_cast<std::uint8_t>(node.input_mode));
    out.u16(node.max_length);
  }
  if (mask & bit(Field::Options)) write_options(out, node.options);
  if (mask & bit(Field::Live)) out.u8(static_cast<std::uint8_t>(node.live));
  if (mask & bit(Field::Look)) out.text(node.look);
}

void write_creates(Writer& out, const SemanticTree& before, const SemanticTree& after) {
  for (const Node& node : after.nodes()) {
    if (before.contains(node.id)) continue;
    out.begin(PatchOp::Create);
    out.id(node.id);
    out.u8(static_cast<std::uint8_t>(node.role));
    write_fields(out, changed_fields(Node{}, node), node);
  }
}

void write_set(Writer& out, const Node& old, const Node& now) {
  const std::uint32_t mask = changed_fields(old, now);
  if (mask == 0) return;
  out.begin(PatchOp::Set);
  out.id(now.id);
  write_fields(out, mask, now);
}

void write_sets(Writer& out, const SemanticTree& before, const SemanticTree& after) {
  for (const Node& node : after.nodes()) {
    if (const Node* old = before.find(node.id)) write_set(out, *old, node);
  }
}

void write_list(Writer& out, NodeId parent, const std::vector<NodeId>& list) {
  out.begin(PatchOp::Children);
  out.id(parent);
  out.u32(static_cast<std::uint32_t>(list.size()));
  for (const NodeId child : list) out.id(child);
}

void write_children(Writer& out, const SemanticTree& before, const SemanticTree& after) {
  const SemanticTree::Children old = before.children(), now = after.children();
  static const std::vector<NodeId> none;
  const auto of = [](const SemanticTree::Children& all, NodeId id) -> const std::vector<NodeId>& {
    const auto found = all.find(id);
    return found == all.end() ? none : found->second;
  };
  const auto compare = [&](NodeId parent) {
    if (of(old, parent) != of(now, parent)) write_list(out, parent, of(now, parent));
  };
  compare(0);
  for (const Node& node : after.nodes()) compare(node.id);
}

void write_removes(Writer& out, const SemanticTree& before, const SemanticTree& after) {
  for (const Node& node : before.nodes()) {
    if (after.contains(node.id)) continue;
    out.begin(PatchOp::Remove);
    out.id(node.id);
  }
}

}  // namespace

std::vector<std::uint8_t> encode_patch(const SemanticTree& before, const SemanticTree& after,
                                       const PatchExtras& extras) {
  return encode_patch(before, after, after.shape_after(before), extras);
}

std::vector<std::uint8_t> encode_patch(const SemanticTree& before, const SemanticTree& after, Shape shape,
                                       const PatchExtras& extras) {
  Writer out;
  if (shape == Shape::Kept) {  // nothing has to be looked up and no list of children built
    for (std::size_t i = 0; i < after.size(); ++i) write_set(out, before.nodes()[i], after.nodes()[i]);
  } else {
    write_creates(out, before, after);
    write_sets(out, before, after);
    write_children(out, before, after);
    write_removes(out, before, after);
  }
  if (extras.height) out.begin(PatchOp::Height), out.f32(*extras.height);
  if (extras.scroll) out.begin(PatchOp::Scroll), out.f32(*extras.scroll);
  if (extras.focus != 0) out.begin(PatchOp::Focus), out.id(extras.focus);
  for (const std::string& sentence : extras.announcements) out.begin(PatchOp::Announce), out.text(sentence);
  return out.finish();
}

}  // namespace alongside::ui
