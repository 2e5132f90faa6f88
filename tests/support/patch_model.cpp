#include "tests/support/patch_model.hpp"

#include <fmt/format.h>

#include <bit>
#include <utility>

namespace alongside::testing {

using ui::Node;
using ui::NodeId;

class PatchModel::Reader {
 public:
  explicit Reader(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}

  std::uint64_t number(int count) {
    std::uint64_t value = 0;
    for (int i = 0; i < count; ++i) {
      if (at_ >= bytes_.size()) return failed_ = true, 0;
      value |= static_cast<std::uint64_t>(bytes_[at_++]) << (8 * i);
    }
    return value;
  }
  std::uint8_t u8() { return static_cast<std::uint8_t>(number(1)); }
  std::uint16_t u16() { return static_cast<std::uint16_t>(number(2)); }
  std::uint32_t u32() { return static_cast<std::uint32_t>(number(4)); }
  float f32() { return std::bit_cast<float>(u32()); }
  double f64() { return std::bit_cast<double>(number(8)); }
  ui::Rect rect() {
    ui::Rect result;
    for (float* side : {&result.x, &result.y, &result.width, &result.height}) *side = f32();
    return result;
  }
  std::string text() {
    const std::size_t size = u32();
    if (size > bytes_.size() - at_) return failed_ = true, std::string();
    at_ += size;
    return {reinterpret_cast<const char*>(bytes_.data()) + at_ - size, size};
  }
  bool failed() const { return failed_; }
  bool at_end() const { return at_ == bytes_.size(); }

 private:
  std::span<const std::uint8_t> bytes_;
  std::size_t at_ = 0;
  bool failed_ = false;
};

void PatchModel::read_fields(Reader& in, Node& node) {
  const std::uint32_t mask = in.u32();
  const auto has = [mask](ui::Field field) { return (mask >> static_cast<int>(field) & 1) != 0; };
  if (has(ui::Field::Name)) node.name = in.text();
  if (has(ui::Field::Value)) node.value = in.text();
  if (has(ui::Field::Description)) node.description = in.text();
  if (has(ui::Field::Error)) node.error = in.text();
  if (has(ui::Field::States)) node.states = in.u32();
  if (has(ui::Field::Level)) node.level = in.u8();
  if (has(ui::Field::Progress)) node.progress = in.f64();
  if (has(ui::Field::Rect)) node.rect = in.rect();
  if (has(ui::Field::Box)) node.box = in.rect();
  if (has(ui::Field::Href)) node.href = in.text();
  if (has(ui::Field::Lang)) node.lang = in.text();
  if (has(ui::Field::Autocomplete)) node.autocomplete = in.text();
  if (has(ui::Field::Input)) {
    node.input_type = static_cast<ui::InputType>(in.u8());
    node.input_mode = static_cast<ui::InputMode>(in.u8());
    node.max_length = in.u16();
  }
  if (has(ui::Field::Options)) {
    node.options.clear();
    for (std::uint16_t left = in.u16(); left > 0 && !in.failed(); --left) {
      std::string value = in.text();
      node.options.push_back({std::move(value), in.text()});
    }
  }
  if (has(ui::Field::Live)) node.live = static_cast<ui::Live>(in.u8());
  if (has(ui::Field::Look)) node.look = in.text();
}

bool PatchModel::read_children(Reader& in) {
  const NodeId parent = in.number(8);
  if (parent != 0 && !nodes_.contains(parent)) return false;
  std::vector<NodeId> list;
  for (std::uint32_t left = in.u32(); left > 0 && !in.failed(); --left) {
    list.push_back(in.number(8));
    if (!nodes_.contains(list.back())) return false;
    nodes_[list.back()].parent = parent;
  }
  children_[parent] = std::move(list);
  ++lists;
  return true;
}

bool PatchModel::apply_op(Reader& in) {
  switch (static_cast<ui::PatchOp>(in.u8())) {
    case ui::PatchOp::Create: {
      Node node;
      node.id = in.number(8);
      node.role = static_cast<ui::Role>(in.u8());
      read_fields(in, node);
      ++creates;
      return nodes_.emplace(node.id, std::move(node)).second;
    }
    case ui::PatchOp::Set: {
      const auto found = nodes_.find(in.number(8));
      if (found == nodes_.end()) return false;
      read_fields(in, found->second);
      ++sets;
      return true;
    }
    case ui::PatchOp::Children: return read_children(in);
    case ui::PatchOp::Remove: {
      const NodeId id = in.number(8);
      children_.erase(id);
      ++removes;
      return nodes_.erase(id) == 1;
    }
    case ui::PatchOp::Focus: focus.push_back(in.number(8)); return nodes_.contains(focus.back());
    case ui::PatchOp::Height: height = in.f32(); return true;
    case ui::PatchOp::Announce: announcements.push_back(in.text()); return true;
    case ui::PatchOp::Scroll: scrolls.push_back(in.f32()); return true;
  }
  return false;
}

bool PatchModel::apply(std::span<const std::uint8_t> patch) {
  focus.clear();
  announcements.clear();
  scrolls.clear();
  creates = sets = lists = removes = 0;
  if (patch.empty()) return true;
  Reader in(patch);
  if (in.u32() != ui::patch_magic) return false;
  for (std::uint32_t left = in.u32(); left > 0; --left) {
    if (!apply_op(in) || in.failed()) return false;
  }
  return in.at_end() && !in.failed();
}

std::string PatchModel::difference(const ui::SemanticTree& tree) const {
  if (tree.size() != nodes_.size()) return fmt::format("{} nodes, page has {}", tree.size(), nodes_.size());
  for (const Node& node : tree.nodes()) {
    const auto found = nodes_.find(node.id);
    if (found == nodes_.end()) return fmt::format("node '{}' is not in the page", node.name);
    if (!(found->second == node))
      return fmt::format("node '{}' differs in the page ('{}')", node.name, found->second.name);
  }
  ui::SemanticTree::Children expected = tree.children();
  for (const auto& [parent, list] : children_) {
    if (expected[parent] != list) return fmt::format("children of {:x} are in another order", parent);
    expected.erase(parent);
  }
  for (const auto& [parent, list] : expected) {
    if (!list.empty()) return fmt::format("children of {:x} are missing", parent);
  }
  return {};
}

}  // namespace alongside::testing
