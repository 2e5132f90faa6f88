// The areas and lines of a council's own map out of a GeoJSON file (RFC 7946), or why it cannot be used, feature by
// feature, with what to do. read_map_file() is called when a configuration is read.
#pragma once

#include "app/server/json_fields.hpp"
#include "app/server/map/map_outline.hpp"
#include "app/wire/messages/council.hpp"

#include <string>
#include <vector>

namespace alongside::server {

inline constexpr JsonLimits map_file_limits{4 * 1024 * 1024, 12};
inline constexpr std::size_t most_map_features = 2000, most_map_positions = 100'000, most_map_points = 900;

// Mistakes are noted under `path`. Boundaries come first, then what lies on them, in the order they are painted in.
std::vector<MapOutline> geojson_outlines(const JsonValue& file, const std::string& path,
                                         const std::vector<wire::Place>& places, JsonMistakes& mistakes);

// The same of a file; none is no mistake: the map then has places and postcodes only.
std::vector<MapOutline> read_map_file(const std::string& path, const std::vector<wire::Place>& places,
                                      JsonMistakes& mistakes);

}  // namespace alongside::server
