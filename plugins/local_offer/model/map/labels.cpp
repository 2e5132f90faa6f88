#include "plugins/local_offer/model/map/labels.hpp"

#include <algorithm>
#include <cmath>

namespace alongside::local_offer {
namespace {

constexpr double air = 2;  // px between two names

bool touch(const LabelBox& one, const LabelBox& other) {
  return std::abs(one.x - other.x) < (one.width + other.width) / 2 + air &&
         std::abs(one.y - other.y) < (one.height + other.height) / 2 + air;
}

bool is_inside(const LabelBox& box, ScreenSize size) {
  return box.x >= box.width / 2 && box.x <= size.width - box.width / 2 && box.y >= box.height / 2 &&
         box.y <= size.height - box.height / 2;
}

}  // namespace

std::vector<PlacedLabel> place_labels(std::span<const LabelWish> wishes, std::span<const LabelBox> taken,
                                      ScreenSize size) {
  std::vector<PlacedLabel> placed;
  std::vector<LabelBox> full(taken.begin(), taken.end());
  std::vector<std::uint32_t> met;
  for (std::size_t i = 0; i < wishes.size(); ++i) {
    const LabelWish& wish = wishes[i];
    if (wish.one_of != 0 && std::find(met.begin(), met.end(), wish.one_of) != met.end()) continue;
    const double down = wish.box.height / 2, aside = wish.box.width / 2;
    // Beside its point, then past a marker that covers the point.
    const ScreenPoint steps[] = {{0, 0},         {0, down + 6},   {0, -down - 6},  {aside + 10, 0}, {-aside - 10, 0},
                                 {0, down + 24}, {0, -down - 24}, {aside + 40, 0}, {-aside - 40, 0}};
    for (const ScreenPoint& step : std::span(steps).first(wish.is_exact ? 1 : std::size(steps))) {
      const LabelBox box{wish.box.x + step.x, wish.box.y + step.y, wish.box.width, wish.box.height};
      if (!is_inside(box, size)) continue;
      if (std::any_of(full.begin(), full.end(), [&box](const LabelBox& other) { return touch(box, other); })) continue;
      full.push_back(box);
      placed.push_back({i, {box.x, box.y}});
      if (wish.one_of != 0) met.push_back(wish.one_of);
      break;
    }
  }
  return placed;
}

}  // namespace alongside::local_offer
