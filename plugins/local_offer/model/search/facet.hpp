// Facet: one way to narrow a search by choosing values with counts ("tier: targeted (12)"). Within a
// facet any chosen value will do; every facet with a choice must be met. Read by Search, the API and
// the screens.
#pragma once

#include "app/wire/types.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::local_offer {

enum class Facet : std::uint8_t {
  Kind,
  Head,  // of section 30 of the Children and Families Act, out of area among them
  Tier,
  Age,
  Need,
  Support,
  Day,
  PartOfDay,
  Season,
  Cost,
  Distance,
  Language,
  WayIn,
  Space,
  Registration,
};
inline constexpr std::size_t facet_count = 15;
constexpr bool is_known(Facet facet) { return static_cast<std::size_t>(facet) < facet_count; }
constexpr std::string_view name_of(Facet facet) {
  constexpr std::string_view names[facet_count] = {"kind",     "head",     "tier",        "age",    "need",
                                                   "support",  "day",      "part_of_day", "season", "cost",
                                                   "distance", "language", "way_in",      "space",  "registration"};
  return names[static_cast<unsigned>(facet)];
}

// A value that a person chose; terms compare without case.
struct FacetChoice {
  Facet facet = Facet::Kind;
  std::string value;
  bool operator==(const FacetChoice&) const = default;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(facet), CEREAL_NVP(value));
  }
};

// How many services there are if this value is chosen too, or instead of what is chosen beside it.
struct FacetValue {
  std::string value;
  std::uint32_t count = 0;
  bool operator==(const FacetValue&) const = default;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(value), CEREAL_NVP(count));
  }
};

struct FacetCounts {
  Facet facet = Facet::Kind;
  std::vector<FacetValue> values;  // in the order they are offered; values without services too
  bool operator==(const FacetCounts&) const = default;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(facet), CEREAL_NVP(values));
  }
};

}  // namespace alongside::local_offer
