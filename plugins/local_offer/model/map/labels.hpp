// place_labels: which names the map has room for, and where. The first wish is met first; a name that would touch a
// marker, another name or the edge moves a little or is left out. Used by the map page.
#pragma once

#include "plugins/local_offer/model/map/camera.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace alongside::local_offer {

struct LabelBox {
  double x = 0, y = 0;  // its middle
  double width = 0, height = 0;
};

struct LabelWish {
  LabelBox box;              // where the name would stand best
  bool is_exact = false;     // there or nowhere: the number of a ring stands on it
  std::uint32_t one_of = 0;  // of those with the same number, not 0, one is enough
};

struct PlacedLabel {
  std::size_t wish = 0;
  ScreenPoint middle;
};

// `taken` are the markers.
std::vector<PlacedLabel> place_labels(std::span<const LabelWish> wishes, std::span<const LabelBox> taken,
                                      ScreenSize size);

}  // namespace alongside::local_offer
