// The British National Grid (eastings and northings in metres on OSGB36) as WGS84 degrees, by the formulas and the
// seven-parameter transformation of Ordnance Survey's "A guide to coordinate systems in Great Britain": within about
// 5 m. Used by postcode_file for Code-Point Open.
#pragma once

#include "app/base/geo_point.hpp"

namespace alongside::local_offer {

Result<GeoPoint> point_of_grid(double easting, double northing);

}  // namespace alongside::local_offer
