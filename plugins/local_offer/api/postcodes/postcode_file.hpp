// Reads a national file of postcodes into the middles of their districts ("NM4") and sectors ("NM4 2"): the ONS
// Postcode Directory or National Statistics Postcode Lookup (a header with pcds or pcd, lat and long), or one file of
// OS Code-Point Open (no header; postcode, quality, easting, northing). Row by row, and only what lies near the
// council is kept. Used by `council-api offer postcodes`.
#pragma once

#include "app/base/geo_point.hpp"
#include "app/base/result.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace alongside::local_offer {

struct PostcodeArea {
  std::string name;  // "NM4" or "NM4 2"
  GeoPoint middle;   // of its postcodes
  std::uint32_t postcodes = 0;
};

struct PostcodesRead {
  std::vector<PostcodeArea> areas;  // by name
  std::uint64_t rows = 0;
  std::uint64_t used = 0;
  std::uint64_t ended = 0;       // postcodes that are not used any more
  std::uint64_t nowhere = 0;     // without coordinates, as some have
  std::uint64_t elsewhere = 0;   // too far from the council to matter
  std::uint64_t unreadable = 0;  // rows that say no postcode or no numbers
};

inline constexpr double furthest_metres = 80'000;  // from the nearest of the council's places
inline constexpr std::size_t most_areas = 20'000;
inline constexpr std::uint64_t most_rows = 5'000'000;

Result<PostcodesRead> read_postcodes(const std::string& path, std::span<const GeoPoint> council);

}  // namespace alongside::local_offer
