// A council's own map: good GeoJSON is made small, and what cannot be used is named with what to do.
#include "app/server/council_config.hpp"
#include "app/server/map/geojson_outlines.hpp"
#include "app/server/map/simplify_line.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>
#include <string>

using namespace alongside;
using namespace alongside::server;

namespace {

const std::vector<wire::Place> towns = {{"Northmere", {"NM1"}, 529070000, -28920000}};

struct OutlinesRead {
  std::vector<MapOutline> outlines;
  std::string mistakes;
};

OutlinesRead read_outlines(const std::string& json) {
  const auto file = read_json(json, map_file_limits);
  if (!file.ok()) return {{}, file.error().detail};
  JsonMistakes mistakes;
  auto outlines = geojson_outlines(file.value(), "map.geojson", towns, mistakes);
  return {std::move(outlines), mistakes.report()};
}

std::string polygon(const std::string& ring) { return R"({"type": "Polygon", "coordinates": [)" + ring + "]}"; }
std::string feature(const std::string& properties, const std::string& geometry) {
  return R"({"type": "Feature", "properties": )" + properties + R"(, "geometry": )" + geometry + "}";
}
const std::string around = "[[-3, 52.8], [-2.7, 52.8], [-2.7, 53], [-3, 53], [-3, 52.8]]";

std::vector<GeoPoint> circle(int points) {
  std::vector<GeoPoint> round;
  for (int i = 0; i < points; ++i) {
    const double angle = 2 * std::numbers::pi * i / points;
    round.push_back(GeoPoint::from_degrees(52.9 + 0.1 * std::sin(angle), -2.9 + 0.16 * std::cos(angle)).value());
  }
  return round;
}

}  // namespace

TEST_CASE("the demo council's map has its edge, greens, water and roads, edges first") {
  const auto config = read_council_config(DEMO_COUNCIL "/council.json");
  REQUIRE(config.ok());
  const auto& outlines = config->map_outlines;
  REQUIRE(outlines.size() > 10);
  CHECK(outlines.front().kind == MapOutlineKind::Boundary);
  CHECK(outlines.back().kind == MapOutlineKind::Road);
  std::size_t points = 0;
  for (const MapOutline& outline : outlines) points += outline.points.size();
  CHECK(points <= most_map_points);
  CHECK(points > 200);
}

TEST_CASE("a boundary may be a bare polygon, a feature, or one of a collection, with holes") {
  CHECK(read_outlines(polygon(around)).outlines.size() == 1);
  CHECK(read_outlines(feature("null", polygon(around))).outlines.size() == 1);
  const std::string hole = "[[-2.9, 52.85], [-2.8, 52.85], [-2.8, 52.9], [-2.9, 52.85]]";
  const auto read = read_outlines(
      R"({"type": "FeatureCollection", "features": [)" +
      feature(R"({"map": "road"})", R"({"type": "LineString", "coordinates": [[-3, 52.9], [-2.7, 52.9]]})") + ", " +
      feature("{}", polygon(around + ", " + hole)) + "]}");
  CHECK(read.mistakes.empty());
  REQUIRE(read.outlines.size() == 3);
  CHECK(read.outlines[0].kind == MapOutlineKind::Boundary);
  CHECK(read.outlines[0].points.size() == 4);
  CHECK(read.outlines[1].kind == MapOutlineKind::Hole);
  CHECK(read.outlines[2].kind == MapOutlineKind::Road);
}

TEST_CASE("what cannot be drawn is refused with what to do") {
  const std::pair<std::string, const char*> bad[] = {
      {"[]", "FeatureCollection"},
      {"5", "FeatureCollection"},
      {R"({"type": "FeatureCollection"})", "\"features\" as a list"},
      {R"({"type": "FeatureCollection", "features": [7]})", "features[0]: write a Feature"},
      {R"({"type": "Point", "coordinates": [-2.9, 52.9]})", "Polygon or MultiPolygon"},
      {feature(R"({"map": "castle"})", polygon(around)), "\"boundary\", \"green\""},
      {feature(R"({"map": "road"})", polygon(around)), "LineString"},
      {polygon("[[52.8, -3], [52.8, -2.7], [53, -2.7], [52.8, -3]]"), "other way round"},
      {polygon("[[351000, 340000], [352000, 340000], [352000, 341000], [351000, 340000]]"), "eastings and northings"},
      {polygon("[[100, 52], [101, 52], [101, 53], [100, 52]]"), "outside the United Kingdom"},
      {polygon("[[-3, 52.8], [-2.7, 52.8], [-3, 52.8]]"), "four positions"},
      {polygon("[[-3, 52.8], [-2.7, 52.8], [-2.7, 53], [-3, 53]]"), "its last is its first"},
      {polygon("[[\"west\", 52.8], [-2.7, 52.8], [-2.7, 53], [-3, 52.8]]"), "positions are lists"},
      {polygon("7"), "positions are lists"},
      {R"({"type": "Polygon", "coordinates": []})", "list of rings"},
      {R"({"type": "Polygon", "coordinates": {"a": 1}})", "\"coordinates\" as a list"},
      {R"({"type": "Polygon", "crs": {"type": "name", "properties": {"name": "EPSG:27700"}}, "coordinates": []})",
       "WGS84"},
      {polygon("[[-1, 51], [-0.9, 51], [-0.9, 51.1], [-1, 51]]"), "another council's"},
      {std::string(40, '[') + std::string(40, ']'), "deep"},
      {R"({"type": "Polygon", "coordinates": [[[-3, 1e999]]]})", ""},
  };
  for (const auto& [json, words] : bad) {
    CAPTURE(json);
    const auto read = read_outlines(json);
    CHECK(read.outlines.empty());
    REQUIRE_FALSE(read.mistakes.empty());
    CAPTURE(read.mistakes);
    CHECK(read.mistakes.find(words) != std::string::npos);
  }
}

TEST_CASE("too many positions are refused before they are kept") {
  std::string ring = "[[-3, 52.8]";
  for (int i = 0; i < 100'001; ++i) ring += ",[-2.9,52.9]";
  CHECK(read_outlines(polygon(ring + "]")).mistakes.find("100,000 positions") != std::string::npos);
}

TEST_CASE("fewer points look the same: none that is left out was further than was said") {
  const auto round = circle(2000);
  for (const double metres : {5.0, 50.0, 500.0}) {
    const auto fewer = simplified(round, metres, true);
    CHECK(fewer.size() >= 3);
    CHECK(fewer.size() < round.size());
    CHECK(fewer.front() == round.front());
  }
  CHECK(simplified(round, 1e9, true).empty());
  const std::vector<GeoPoint> line = {round[0], round[10], round[20]};
  CHECK(simplified(line, 1e9, false) == std::vector<GeoPoint>{round[0], round[20]});
  CHECK(simplified({round[0]}, 5, false).size() == 1);
}

TEST_CASE("a county of a hundred islands is made small enough for a phone") {
  std::vector<MapOutline> many;
  for (int i = 0; i < 100; ++i) many.push_back({MapOutlineKind::Boundary, circle(500)});
  simplify(many, most_map_points);
  std::size_t points = 0;
  for (const MapOutline& outline : many) points += outline.points.size();
  CHECK(points <= most_map_points);
  CHECK(points >= 300);
}
