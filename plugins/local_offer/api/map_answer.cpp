#include "plugins/local_offer/api/map_answer.hpp"

#include <algorithm>
#include <cstdlib>

namespace alongside::local_offer {
namespace {

constexpr std::size_t most_districts = 300;
constexpr std::int64_t near_e7 = 2'000'000;  // a fifth of a degree: 14 miles northwards, 8 eastwards

MapShapeKind kind_of(server::MapOutlineKind kind) {
  switch (kind) {
    case server::MapOutlineKind::Boundary: return MapShapeKind::Boundary;
    case server::MapOutlineKind::Hole: return MapShapeKind::Hole;
    case server::MapOutlineKind::Green: return MapShapeKind::Green;
    case server::MapOutlineKind::Lake: return MapShapeKind::Lake;
    case server::MapOutlineKind::River: return MapShapeKind::River;
    case server::MapOutlineKind::Road: break;
  }
  return MapShapeKind::Road;
}

bool is_near(const wire::Place& one, const wire::Place& other) {
  return std::abs(std::int64_t{one.latitude_e7} - other.latitude_e7) <= near_e7 &&
         std::abs(std::int64_t{one.longitude_e7} - other.longitude_e7) <= near_e7;
}

}  // namespace

MapBase map_base(const server::CouncilConfig& council, const std::vector<wire::Place>& postcodes) {
  MapBase base;
  if (const server::TileConfig& tiles = council.map_tiles; tiles.is_used())
    base.tiles = {static_cast<std::uint8_t>(tiles.least_zoom), static_cast<std::uint8_t>(tiles.most_zoom),
                  tiles.credit};
  for (const server::MapOutline& outline : council.map_outlines)
    base.shapes.push_back({kind_of(outline.kind), steps_of(outline.points)});
  const auto& towns = council.council.places;
  for (const wire::Place& area : postcodes) {
    const bool is_district = area.name.find(' ') == std::string::npos;
    if (!is_district || base.districts.size() == most_districts) continue;
    const bool is_ours =
        std::any_of(towns.begin(), towns.end(), [&](const wire::Place& town) { return is_near(town, area); });
    const auto middle = GeoPoint::from_e7(area.latitude_e7, area.longitude_e7);
    if (is_ours && middle.ok()) base.districts.push_back({area.name, middle.value()});
  }
  return base;
}

}  // namespace alongside::local_offer
