#include "app/server/map/geojson_outlines.hpp"

#include "app/server/map/simplify_line.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <optional>
#include <string_view>

namespace alongside::server {
namespace {

constexpr std::string_view in_degrees = "save the file as WGS84: longitude, then latitude, in degrees";

// The United Kingdom with its islands.
bool is_in_kingdom(double longitude, double latitude) {
  return longitude > -9.5 && longitude < 2.5 && latitude > 49 && latitude < 61.5;
}

class OutlineReader {
 public:
  OutlineReader(const std::string& path, JsonMistakes& mistakes) : path_(path), mistakes_(mistakes) {}

  void file(const JsonValue& file) {
    if (const JsonValue* crs = file.find("crs"); crs != nullptr && !is_degrees(*crs)) return wrong(path_, in_degrees);
    const std::string_view type = file.text_at("type");
    if (type == "FeatureCollection") return collection(file);
    if (type == "Feature") return feature(file, path_);
    if (file.find("coordinates") != nullptr) return geometry(file, MapOutlineKind::Boundary, path_);
    wrong(path_, "write a GeoJSON FeatureCollection, Feature, Polygon or MultiPolygon");
  }

  std::vector<MapOutline> take() { return std::move(outlines_); }

 private:
  // Older files name their system; only degrees can be read.
  static bool is_degrees(const JsonValue& crs) {
    const JsonValue* properties = crs.find("properties");
    const std::string_view name = properties == nullptr ? std::string_view() : properties->text_at("name");
    return crs.is(JsonKind::Null) || name.ends_with("CRS84") || name.ends_with("4326");
  }

  void collection(const JsonValue& file) {
    const JsonValue* features = file.find("features");
    if (features == nullptr || !features->is(JsonKind::Array)) return wrong(path_, "write \"features\" as a list");
    if (features->items.size() > most_map_features) return wrong(path_, "keep to 2,000 features or fewer");
    for (std::size_t i = 0; i < features->items.size(); ++i)
      feature(features->items[i], path_ + ".features[" + std::to_string(i) + "]");
  }

  void feature(const JsonValue& feature, const std::string& where) {
    const JsonValue* shape = feature.find("geometry");
    if (feature.text_at("type") != "Feature" || shape == nullptr || !shape->is(JsonKind::Object))
      return wrong(where, "write a Feature with a geometry");
    const JsonValue* properties = feature.find("properties");
    const JsonValue* named = properties == nullptr ? nullptr : properties->find("map");
    if (named == nullptr) return geometry(*shape, MapOutlineKind::Boundary, where);
    if (named->text == "boundary") return geometry(*shape, MapOutlineKind::Boundary, where);
    if (named->text == "green") return geometry(*shape, MapOutlineKind::Green, where);
    if (named->text == "water") return geometry(*shape, MapOutlineKind::Lake, where);
    if (named->text == "road") return geometry(*shape, MapOutlineKind::Road, where);
    wrong(where, "write \"map\" as \"boundary\", \"green\", \"water\" or \"road\"");
  }

  void geometry(const JsonValue& shape, MapOutlineKind kind, const std::string& where) {
    const std::string_view type = shape.text_at("type");
    const JsonValue* coordinates = shape.find("coordinates");
    if (coordinates == nullptr || !coordinates->is(JsonKind::Array))
      return wrong(where, "write \"coordinates\" as a list");
    const bool is_water = kind == MapOutlineKind::Lake, may_be_line = is_water || kind == MapOutlineKind::Road;
    if (type == "Polygon" && kind != MapOutlineKind::Road) return polygon(*coordinates, kind, where);
    if (type == "MultiPolygon" && kind != MapOutlineKind::Road) {
      for (const JsonValue& part : coordinates->items) polygon(part, kind, where);
      return;
    }
    const MapOutlineKind line_kind = is_water ? MapOutlineKind::River : MapOutlineKind::Road;
    if (type == "LineString" && may_be_line) return line(*coordinates, line_kind, where);
    if (type == "MultiLineString" && may_be_line) {
      for (const JsonValue& part : coordinates->items) line(part, line_kind, where);
      return;
    }
    wrong(where, may_be_line ? "draw water and roads as a LineString; water may be a Polygon too"
                             : "draw it as a Polygon or MultiPolygon");
  }

  void polygon(const JsonValue& rings, MapOutlineKind kind, const std::string& where) {
    if (!rings.is(JsonKind::Array) || rings.items.empty()) return wrong(where, "a polygon is a list of rings");
    for (std::size_t i = 0; i < rings.items.size(); ++i) {
      auto points = positions(rings.items[i], where);
      if (!points) return;
      if (points->size() < 4 || points->front() != points->back())
        return wrong(where, "a ring has four positions or more, and its last is its first again");
      points->pop_back();
      if (i == 0 || kind == MapOutlineKind::Boundary)
        outlines_.push_back({i == 0 ? kind : MapOutlineKind::Hole, std::move(*points)});
    }
  }

  void line(const JsonValue& value, MapOutlineKind kind, const std::string& where) {
    auto points = positions(value, where);
    if (!points) return;
    if (points->size() < 2) return wrong(where, "a line has two positions or more");
    outlines_.push_back({kind, std::move(*points)});
  }

  std::optional<std::vector<GeoPoint>> positions(const JsonValue& list, const std::string& where) {
    std::vector<GeoPoint> points;
    if (!list.is(JsonKind::Array)) return wrong(where, "positions are lists like [-2.892, 52.907]"), std::nullopt;
    positions_ += list.items.size();
    if (positions_ > most_map_positions) {
      wrong(where, "keep to 100,000 positions in all: make the outline simpler first");
      return std::nullopt;
    }
    for (const JsonValue& position : list.items) {
      const auto point = point_of(position, where);
      if (!point) return std::nullopt;
      points.push_back(*point);
    }
    return points;
  }

  std::optional<GeoPoint> point_of(const JsonValue& position, const std::string& where) {
    const bool is_pair = position.is(JsonKind::Array) && position.items.size() >= 2 && position.items.size() <= 4 &&
                         position.items[0].is_number() && position.items[1].is_number();
    if (!is_pair) return wrong(where, "positions are lists like [-2.892, 52.907]"), std::nullopt;
    const double longitude = position.items[0].real, latitude = position.items[1].real;
    if (is_in_kingdom(longitude, latitude)) return GeoPoint::from_degrees(latitude, longitude).value();
    if (is_in_kingdom(latitude, longitude)) {
      wrong(where, "longitude comes first, then latitude: these are the other way round");
    } else if (std::abs(longitude) > 180 || std::abs(latitude) > 90) {
      wrong(where, "these are no degrees, perhaps eastings and northings: " + std::string(in_degrees));
    } else {
      wrong(where, "this is outside the United Kingdom");
    }
    return std::nullopt;
  }

  void wrong(const std::string& where, std::string_view what) { mistakes_.add(where, what); }

  std::string path_;
  JsonMistakes& mistakes_;
  std::vector<MapOutline> outlines_;
  std::size_t positions_ = 0;
};

// Whoever takes another council's file sees it here, and not on families' phones.
bool holds_a_place(const std::vector<MapOutline>& outlines, const std::vector<wire::Place>& places) {
  return std::any_of(outlines.begin(), outlines.end(), [&places](const MapOutline& outline) {
    if (outline.kind != MapOutlineKind::Boundary) return false;
    const auto [south, north] =
        std::minmax_element(outline.points.begin(), outline.points.end(),
                            [](const GeoPoint& a, const GeoPoint& b) { return a.latitude_e7() < b.latitude_e7(); });
    const auto [west, east] =
        std::minmax_element(outline.points.begin(), outline.points.end(),
                            [](const GeoPoint& a, const GeoPoint& b) { return a.longitude_e7() < b.longitude_e7(); });
    return std::any_of(places.begin(), places.end(), [&](const wire::Place& place) {
      return place.latitude_e7 >= south->latitude_e7() && place.latitude_e7 <= north->latitude_e7() &&
             place.longitude_e7 >= west->longitude_e7() && place.longitude_e7 <= east->longitude_e7();
    });
  });
}

}  // namespace

std::vector<MapOutline> geojson_outlines(const JsonValue& file, const std::string& path,
                                         const std::vector<wire::Place>& places, JsonMistakes& mistakes) {
  const std::size_t before = mistakes.lines().size();
  OutlineReader reader(path, mistakes);
  reader.file(file);
  std::vector<MapOutline> outlines = reader.take();
  if (mistakes.lines().size() > before) return {};
  const auto is_boundary = [](const MapOutline& one) { return one.kind == MapOutlineKind::Boundary; };
  if (std::any_of(outlines.begin(), outlines.end(), is_boundary) && !holds_a_place(outlines, places)) {
    mistakes.add(path, "none of the council's \"places\" lies inside this boundary: is it another council's?");
    return {};
  }
  simplify(outlines, most_map_points);
  std::stable_sort(outlines.begin(), outlines.end(),
                   [](const MapOutline& a, const MapOutline& b) { return a.kind < b.kind; });
  return outlines;
}

std::vector<MapOutline> read_map_file(const std::string& path, const std::vector<wire::Place>& places,
                                      JsonMistakes& mistakes) {
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) return {};
  const auto file = read_json_file(path, map_file_limits);
  if (file.ok()) return geojson_outlines(file.value(), "map.geojson", places, mistakes);
  mistakes.add(path, file.error().detail);
  return {};
}

}  // namespace alongside::server
