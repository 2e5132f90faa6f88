// place_point: the point of a place from what a feed gives as its degrees, or what is wrong with
// them. Used by the reader of places and by record_cleaning, which have to agree. is_phone_number likewise.
#pragma once

#include "app/base/geo_point.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace alongside::local_offer {

enum class PointFault : std::uint8_t { None, Impossible, Elsewhere, Half };

struct PlacePoint {
  PointFault fault = PointFault::None;
  std::optional<GeoPoint> point;  // none is no fault
  bool is_fault() const { return fault != PointFault::None; }
};

PlacePoint place_point(std::optional<double> latitude, std::optional<double> longitude);
bool is_phone_number(std::string_view text);

}  // namespace alongside::local_offer
