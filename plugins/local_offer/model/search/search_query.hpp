// SearchQuery: what a parent asked for. Made by the find screen from the address bar, by the
// API's form and by `council-api offer search`.
#pragma once

#include "app/base/geo_point.hpp"
#include "app/wire/limits.hpp"
#include "app/wire/schema.hpp"
#include "app/wire/types.hpp"
#include "plugins/local_offer/model/search/facet.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace alongside::local_offer {

inline constexpr int oldest_age = 25;

struct SearchQuery {
  static constexpr wire::SchemaId schema{12, 2};
  static constexpr wire::Limits limits{.frame_bytes = 4096, .decoded_bytes = 16384};

  std::string words;
  std::optional<std::uint8_t> age;
  std::optional<GeoPoint> near;        // the place distances are measured from
  std::optional<std::uint16_t> miles;  // at most this far; needs `near`
  std::vector<FacetChoice> choices{};  // initialised, so that a query can be written without them
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(words), CEREAL_NVP(age), CEREAL_NVP(near), CEREAL_NVP(miles), CEREAL_NVP(choices));
  }
};

}  // namespace alongside::local_offer
