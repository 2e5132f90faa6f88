// The patch: how the page's mirror is told what changed, as one binary buffer a frame (the format
// is read by web/mirror.js). Made by Frame::end(); tests apply it to trees and compare.
#pragma once

#include "app/ui/semantic_tree.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace alongside::ui {

constexpr std::uint32_t patch_magic = 0x31504C41;  // "ALP1"

enum class PatchOp : std::uint8_t {
  Create = 1,
  Set = 2,
  Children = 3,
  Remove = 4,
  Focus = 5,
  Height = 6,
  Announce = 7,
  Scroll = 8,
};

// Bits of the mask that stands before the fields of Create and Set, and the order they come in.
enum class Field : std::uint8_t {
  Name,
  Value,
  Description,
  Error,
  States,
  Level,
  Progress,
  Rect,
  Box,
  Href,
  Lang,
  Autocomplete,
  Input,
  Options,
  Live,
  Look,
};

// What a patch carries besides the tree.
struct PatchExtras {
  std::optional<float> height;
  std::optional<float> scroll;
  NodeId focus = 0;
  std::vector<std::string> announcements;
};

// Empty when the trees are the same and there is nothing extra.
std::vector<std::uint8_t> encode_patch(const SemanticTree& before, const SemanticTree& after,
                                       const PatchExtras& extras);
// The same, for who knows already what `after.shape_after(before)` is.
std::vector<std::uint8_t> encode_patch(const SemanticTree& before, const SemanticTree& after, Shape shape,
                                       const PatchExtras& extras);

}  // namespace alongside::ui
