// The map without a screen: its projection, camera, markers, names, scale and directions.
#include "plugins/local_offer/model/map/camera.hpp"
#include "plugins/local_offer/model/map/clusters.hpp"
#include "plugins/local_offer/model/map/compass.hpp"
#include "plugins/local_offer/model/map/device_near.hpp"
#include "plugins/local_offer/model/map/labels.hpp"
#include "plugins/local_offer/model/map/map_base.hpp"
#include "plugins/local_offer/model/map/scale_bar.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <set>

using namespace alongside;
using namespace alongside::local_offer;

namespace {

GeoPoint map_point(double latitude, double longitude) { return GeoPoint::from_degrees(latitude, longitude).value(); }

double away(ScreenPoint one, ScreenPoint other) { return std::hypot(one.x - other.x, one.y - other.y); }

constexpr ScreenSize phone{328, 360};

std::vector<MapPin> random_pins(std::mt19937& random, std::uint32_t count) {
  std::vector<MapPin> pins;
  for (std::uint32_t i = 0; i < count; ++i)
    pins.push_back(
        {i / 2, i % 2, world_of(map_point(52.8 + random() % 2000 / 10000.0, -3 + random() % 3000 / 10000.0))});
  return pins;
}

}  // namespace

TEST_CASE("a mile on the map is a mile on the ground, whichever way it goes") {
  const GeoPoint here = map_point(52.907, -2.892);
  const MapCamera camera = MapCamera::around(std::vector{world_of(here)}, phone, 20);
  for (const auto& [north, east] : {std::pair{0.05, 0.0}, {0.0, 0.05}, {-0.04, 0.03}}) {
    const GeoPoint there = map_point(52.907 + north, -2.892 + east);
    const double pixels = away(camera.screen(world_of(here), phone), camera.screen(world_of(there), phone));
    const double miles = distance_metres(here, there) / metres_per_mile;
    CHECK(pixels / camera.pixels_per_mile() == doctest::Approx(miles).epsilon(0.005));
  }
}

TEST_CASE("north is up and east is right") {
  const MapCamera camera = MapCamera::around(std::vector{world_of(map_point(52.9, -2.9))}, phone, 20);
  const ScreenPoint middle = camera.screen(world_of(map_point(52.9, -2.9)), phone);
  CHECK(middle.x == doctest::Approx(phone.width / 2));
  CHECK(camera.screen(world_of(map_point(52.91, -2.9)), phone).y < middle.y);
  CHECK(camera.screen(world_of(map_point(52.9, -2.89)), phone).x > middle.x);
}

TEST_CASE("everything that was found is in the picture at first, with room around it") {
  std::mt19937 random(7);
  for (int round = 0; round < 100; ++round) {
    std::vector<WorldPoint> points;
    for (const MapPin& pin : random_pins(random, 1 + random() % 20)) points.push_back(pin.at);
    const MapCamera camera = MapCamera::around(points, phone, 40);
    for (const WorldPoint& point : points) {
      const ScreenPoint at = camera.screen(point, phone);
      CHECK(at.x >= 39.9);
      CHECK(at.x <= phone.width - 39.9);
      CHECK(at.y >= 39.9);
      CHECK(at.y <= phone.height - 39.9);
    }
    CHECK(camera.zoom() <= MapCamera::most_fitted_zoom);
  }
  CHECK(MapCamera::around({}, phone, 40) == MapCamera());
}

TEST_CASE("what is under the finger stays under it") {
  MapCamera camera = MapCamera::around(std::vector{world_of(map_point(52.9, -2.9))}, phone, 20);
  const WorldPoint town = world_of(map_point(52.905, -2.91));
  const ScreenPoint before = camera.screen(town, phone);
  camera.zoom_by(1.5, before, phone);
  CHECK(away(camera.screen(town, phone), before) < 0.01);
  camera.pan(12, -30);
  const ScreenPoint after = camera.screen(town, phone);
  CHECK(after.x == doctest::Approx(before.x + 12));
  CHECK(after.y == doctest::Approx(before.y - 30));
}

TEST_CASE("however long somebody zooms or pulls, the map stays in the world") {
  MapCamera camera;
  for (int i = 0; i < 100; ++i) camera.zoom_by(3, {0, 0}, phone);
  CHECK(camera.is_closest());
  for (int i = 0; i < 100; ++i) camera.zoom_by(-3, {0, 0}, phone);
  CHECK(camera.is_furthest());
  for (int i = 0; i < 1000; ++i) camera.pan(100'000, 100'000);
  CHECK(camera.middle().x >= 0);
  CHECK(camera.middle().y >= 0);
}

TEST_CASE("every pin is in one marker, and no two markers touch") {
  std::mt19937 random(11);
  for (int round = 0; round < 60; ++round) {
    const auto pins = random_pins(random, random() % 200);
    const double pixels = 256 * std::exp2(7 + random() % 9);
    const auto clusters = clusters_of(pins, pixels, 78);
    std::vector<std::uint32_t> seen;
    for (const PinCluster& cluster : clusters) {
      REQUIRE_FALSE(cluster.pins.empty());
      seen.insert(seen.end(), cluster.pins.begin(), cluster.pins.end());
      std::set<std::uint32_t> hits;
      for (const std::uint32_t pin : cluster.pins) hits.insert(pins[pin].hit);
      CHECK(std::vector<std::uint32_t>(hits.begin(), hits.end()) == cluster.hits);
      for (const PinCluster& other : clusters) {
        if (&other == &cluster) continue;
        const double apart =
            std::max(std::abs(other.at.x - cluster.at.x), std::abs(other.at.y - cluster.at.y)) * pixels;
        CHECK(apart >= 77.99);
      }
    }
    std::sort(seen.begin(), seen.end());
    REQUIRE(seen.size() == pins.size());
    for (std::uint32_t i = 0; i < seen.size(); ++i) CHECK(seen[i] == i);
  }
}

TEST_CASE("the best of the list keeps its place") {
  const WorldPoint at = world_of(map_point(52.9, -2.9));
  const std::vector<MapPin> pins = {{0, 0, at}, {1, 0, {at.x + 1e-7, at.y}}, {2, 0, {at.x + 1, at.y}}};
  const auto clusters = clusters_of(pins, 256, 40);
  REQUIRE(clusters.size() == 2);
  CHECK(clusters[0].at == at);
  CHECK(clusters[0].hits == std::vector<std::uint32_t>{0, 1});
}

TEST_CASE("names stay inside, touch nothing, and the first wish is met first") {
  std::mt19937 random(5);
  const std::vector<LabelBox> taken = {{100, 100, 48, 48}, {200, 250, 74, 48}};
  for (int round = 0; round < 50; ++round) {
    std::vector<LabelWish> wishes;
    for (int i = 0; i < 25; ++i)
      wishes.push_back({{static_cast<double>(random() % 340), static_cast<double>(random() % 370), 60, 20}});
    const auto placed = place_labels(wishes, taken, phone);
    std::vector<LabelBox> all = taken;
    for (const PlacedLabel& label : placed) all.push_back({label.middle.x, label.middle.y, 60, 20});
    for (std::size_t i = 0; i < all.size(); ++i) {
      CHECK(all[i].x - all[i].width / 2 >= 0);
      CHECK(all[i].x + all[i].width / 2 <= phone.width);
      for (std::size_t j = 0; j < i; ++j) {
        const bool apart = std::abs(all[i].x - all[j].x) >= (all[i].width + all[j].width) / 2 ||
                           std::abs(all[i].y - all[j].y) >= (all[i].height + all[j].height) / 2;
        CHECK(apart);
      }
    }
  }
  const LabelBox best{150, 180, 60, 20};
  const std::vector<LabelWish> same = {{best}, {best}};
  const auto placed = place_labels(same, {}, phone);
  REQUIRE(placed.size() == 2);
  CHECK(placed[0].middle.y == 180);
  CHECK(placed[1].middle.y != 180);
}

TEST_CASE("the number of a ring stands on it or nowhere, and once is enough") {
  const LabelBox best{150, 180, 60, 20}, other{150, 300, 60, 20};
  const std::vector<LabelBox> taken = {{150, 180, 20, 20}};
  CHECK(place_labels(std::vector<LabelWish>{{best, true}}, taken, phone).empty());
  CHECK(place_labels(std::vector<LabelWish>{{best, false}}, taken, phone).size() == 1);
  const std::vector<LabelWish> sides = {{best, true, 3}, {other, true, 3}, {{150, 40, 60, 20}, true, 3}};
  const auto placed = place_labels(sides, taken, phone);
  REQUIRE(placed.size() == 1);
  CHECK(placed[0].wish == 1);
}

TEST_CASE("directions are the eight that people say") {
  const GeoPoint here = map_point(52.9, -2.9);
  CHECK(compass_of(here, map_point(53.0, -2.9)) == Compass::North);
  CHECK(compass_of(here, map_point(53.0, -2.734)) == Compass::NorthEast);
  CHECK(compass_of(here, map_point(52.9, -2.8)) == Compass::East);
  CHECK(compass_of(here, map_point(52.8, -2.734)) == Compass::SouthEast);
  CHECK(compass_of(here, map_point(52.8, -2.9)) == Compass::South);
  CHECK(compass_of(here, map_point(52.8, -3.066)) == Compass::SouthWest);
  CHECK(compass_of(here, map_point(52.9, -3.0)) == Compass::West);
  CHECK(compass_of(here, map_point(53.0, -3.066)) == Compass::NorthWest);
}

TEST_CASE("the scale is a round number of miles that fits") {
  CHECK(scale_miles(25, 120) == 2);
  CHECK(scale_miles(24, 120) == 5);
  CHECK(scale_miles(1000, 120) == 0.1);
  CHECK(scale_miles(0.5, 120) == 100);
}

TEST_CASE("how exact a place is comes from how far the next one is") {
  const wire::Place one{"One", {}, 529000000, -29000000}, near{"Near", {}, 529100000, -29000000},
      far{"Far", {}, 535000000, -29000000};
  CHECK(doubt_miles({one, near, far}, one) == 1);
  CHECK(doubt_miles({one, far}, one) == 5);
  CHECK(doubt_miles({one}, one) == 5);
}

TEST_CASE("the device's own place is one of the places only while it is known") {
  CHECK(places_with({{"One", {}, 1, 2}}, std::nullopt).size() == 1);
  const auto places = places_with({{"One", {}, 1, 2}}, map_point(52.9, -2.9));
  REQUIRE(places.size() == 2);
  CHECK(places[1].name == near_here);
  CHECK(places[1].latitude_e7 == 529000000);
}

TEST_CASE("outlines come back to a metre, and spoilt ones do no harm") {
  const std::vector<GeoPoint> points = {map_point(52.907123, -2.892456), map_point(52.9, -2.8), map_point(49.1, 2.4)};
  const auto again = points_of(steps_of(points));
  REQUIRE(again.size() == points.size());
  for (std::size_t i = 0; i < points.size(); ++i) CHECK(distance_metres(points[i], again[i]) < 1.0);
  CHECK(points_of(std::vector<std::int32_t>{1}).empty());
  CHECK(points_of(std::vector<std::int32_t>(200, 2'000'000'000)).empty());
}
