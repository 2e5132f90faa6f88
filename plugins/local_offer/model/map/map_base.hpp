// MapBase: what lies under the pins: the council's own outlines and the postcode districts it has read. Made by the
// server from its configuration and `offer postcodes`; drawn by the map page. Nobody else is asked for a map.
#pragma once

#include "app/base/geo_point.hpp"
#include "app/wire/limits.hpp"
#include "app/wire/messages/council.hpp"
#include "app/wire/schema.hpp"
#include "app/wire/types.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace alongside::local_offer {

// Boundary, Hole, Green and Lake are areas; Hole is what a boundary leaves out. River and Road are lines.
enum class MapShapeKind : std::uint8_t { Boundary, Hole, Green, Lake, River, Road };
constexpr bool is_known(MapShapeKind kind) { return kind <= MapShapeKind::Road; }
constexpr std::string_view name_of(MapShapeKind kind) {
  constexpr std::string_view names[] = {"boundary", "hole", "green", "lake", "river", "road"};
  return names[static_cast<unsigned>(kind)];
}

struct MapShape {
  MapShapeKind kind = MapShapeKind::Boundary;
  // Latitude and longitude in 100,000ths of a degree (about a metre), each as what it is more than the one before.
  std::vector<std::int32_t> steps;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(kind), CEREAL_NVP(steps));
  }
};

struct MapDistrict {
  std::string name;  // "NM4"
  GeoPoint middle;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(name), CEREAL_NVP(middle));
  }
};

// A map server's squares, which this council's server passes on, under our own drawing.
struct MapTiles {
  std::uint8_t least_zoom = 0;  // 256 px for the world, doubled so many times
  std::uint8_t most_zoom = 0;   // 0: there are none
  wire::Bilingual credit;
  wire::Tail tail{};
  bool is_used() const { return most_zoom > 0; }
  bool operator==(const MapTiles&) const = default;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(least_zoom), CEREAL_NVP(most_zoom), CEREAL_NVP(credit), tail);
  }
};

struct MapBase {
  static constexpr wire::SchemaId schema{18, 1};
  static constexpr wire::Limits limits{.frame_bytes = 256 * 1024, .decoded_bytes = 2 * 1024 * 1024};

  std::vector<MapShape> shapes;
  std::vector<MapDistrict> districts;
  MapTiles tiles;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(shapes), CEREAL_NVP(districts), wire::appended(CEREAL_NVP(tiles)), tail);
  }
};

std::vector<std::int32_t> steps_of(std::span<const GeoPoint> points);
// Points that are not on the globe are left out.
std::vector<GeoPoint> points_of(std::span<const std::int32_t> steps);

}  // namespace alongside::local_offer
