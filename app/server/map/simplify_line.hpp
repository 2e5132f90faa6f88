// simplify: fewer points for lines and areas that look the same on a phone (Douglas and Peucker's way, without
// recursion). Called by geojson_outlines when a configuration is read.
#pragma once

#include "app/server/map/map_outline.hpp"

#include <cstddef>
#include <vector>

namespace alongside::server {

// No point that is left out was further than `metres` from what stays. The first and last of a line stay; an area
// that would have fewer than three points is returned empty.
std::vector<GeoPoint> simplified(const std::vector<GeoPoint>& points, double metres, bool is_area);

// All of them together have at most `most_points` afterwards, by as little change as that takes.
void simplify(std::vector<MapOutline>& outlines, std::size_t most_points);

}  // namespace alongside::server
