// NamedPlace: where a name is that people type: a town that services are in, one of the council's places,
// or the first half of a postcode. Made by Search; read by parse_words.
#pragma once

#include "app/base/geo_point.hpp"

#include <string>

namespace alongside::local_offer {

struct NamedPlace {
  std::string name;  // folded: "brackley heath", "nm4"
  GeoPoint point;
};

}  // namespace alongside::local_offer
