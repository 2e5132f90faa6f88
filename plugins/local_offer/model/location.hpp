// Location: a place where a service happens, with HSDS's names. A location without a point is
// still shown, and is simply not measured. Read by the service screen and by search.
#pragma once

#include "app/base/geo_point.hpp"
#include "app/wire/types.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::local_offer {

enum class LocationType : std::uint8_t { Physical, Postal, Virtual };
constexpr bool is_known(LocationType type) { return type <= LocationType::Virtual; }
constexpr std::string_view name_of(LocationType type) {
  constexpr std::string_view names[] = {"physical", "postal", "virtual"};
  return names[static_cast<unsigned>(type)];
}

struct Location {
  LocationType location_type = LocationType::Physical;
  std::string name;
  std::string description;
  std::vector<std::string> address;  // lines, from the street to the postcode
  std::string city;
  std::string postal_code;
  std::optional<GeoPoint> point;
  std::vector<std::string> accessibility;  // "Ceiling hoist in the bathroom."
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(location_type), CEREAL_NVP(name), CEREAL_NVP(description), CEREAL_NVP(address), CEREAL_NVP(city),
            CEREAL_NVP(postal_code), CEREAL_NVP(point), CEREAL_NVP(accessibility));
  }
};

}  // namespace alongside::local_offer
