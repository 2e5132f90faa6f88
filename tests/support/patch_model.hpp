// PatchModel: what the page knows, as a second reader of the patch format in C++. Tests apply each
// frame's patch to it and compare it with the tree that the patch was made from.
#pragma once

#include "app/ui/patch_encoder.hpp"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace alongside::testing {

class PatchModel {
 public:
  // False when the bytes are not exactly one well-formed patch, or it speaks of unknown nodes.
  bool apply(std::span<const std::uint8_t> patch);
  // Empty when the model holds the very same tree; else what differs.
  std::string difference(const ui::SemanticTree& tree) const;

  // Carried by the last patch.
  std::vector<ui::NodeId> focus;
  std::vector<std::string> announcements;
  std::vector<float> scrolls;
  float height = 0;
  std::size_t creates = 0, sets = 0, lists = 0, removes = 0;

 private:
  class Reader;
  bool apply_op(Reader& in);
  void read_fields(Reader& in, ui::Node& node);
  bool read_children(Reader& in);

  std::map<ui::NodeId, ui::Node> nodes_;
  std::map<ui::NodeId, std::vector<ui::NodeId>> children_;
};

}  // namespace alongside::testing
