// The map and the list are one answer: for random offers and searches, the services on the map are those of the list
// that have a place which may be shown, with the list's numbers, and the rest are counted.
#include "plugins/local_offer/model/map/map_pins.hpp"
#include "plugins/local_offer/model/search/search.hpp"
#include "tests/unit/search/random_offer.hpp"

#include <doctest/doctest.h>

#include <random>
#include <set>
#include <string>

using namespace alongside;
using namespace alongside::local_offer;

namespace {

SearchQuery random_search(std::mt19937& random) {
  SearchQuery query;
  const char* words[] = {"", "swim", "music club", "free saturday", "drama not swim", "overnight", "nothing-like-it"};
  query.words = words[random() % std::size(words)];
  if (random() % 3 == 0) query.age = static_cast<std::uint8_t>(random() % 20);
  if (random() % 2 == 0) query.near = GeoPoint::from_degrees(52.2 + random() % 100 / 400.0, -2.2).value();
  if (query.near && random() % 2 == 0) query.miles = static_cast<std::uint16_t>(1 + random() % 20);
  if (random() % 3 == 0) query.choices.push_back({Facet::Day, "saturday"});
  return query;
}

bool has_place(const ServiceSummary& service) {
  for (const Spot& spot : service.spots) {
    if (spot.point) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("what stands on the map is what stands in the list and has a place, for any search") {
  std::mt19937 random(2026);
  int searches = 0;
  std::size_t pinned = 0, elsewhere = 0;
  for (int offer = 0; offer < 12; ++offer) {
    const OfferList list = testing::random_offer(random, 120);
    const Search search(list, {});
    for (int i = 0; i < 40; ++i, ++searches) {
      const SearchResult result = search.run(random_search(random));
      const MapPins map = pins_of(list, result.hits);
      std::set<std::uint32_t> on_map, wanted, apart(map.elsewhere.begin(), map.elsewhere.end());
      for (const MapPin& pin : map.pins) {
        REQUIRE(pin.hit < result.hits.size());
        const Spot& spot = list.services[result.hits[pin.hit].index].spots.at(pin.spot);
        REQUIRE(spot.point);
        CHECK(pin.at == world_of(*spot.point));
        on_map.insert(pin.hit);
      }
      for (std::uint32_t hit = 0; hit < result.hits.size(); ++hit) {
        const bool is_placed = has_place(list.services[result.hits[hit].index]);
        if (is_placed) wanted.insert(hit);
        CHECK(apart.contains(hit) == !is_placed);
      }
      CHECK(on_map == wanted);
      CHECK(on_map.size() + map.elsewhere.size() == result.hits.size());
      pinned += on_map.size();
      elsewhere += map.elsewhere.size();
    }
  }
  CHECK(searches == 480);
  CHECK(pinned > 1000);
  CHECK(elsewhere > 100);
}

TEST_CASE("a search says where it measured from, also when its words named the place") {
  const OfferList list;
  wire::Place place{"Aldermere", {"NM2"}, 529410000, -28260000};
  const Search search(list, {place});
  SearchQuery query;
  CHECK_FALSE(search.run(query).near.has_value());
  query.words = "swimming near nm2";
  REQUIRE(search.run(query).near.has_value());
  CHECK(search.run(query).near->latitude_e7() == 529410000);
  query.words = "swimming";
  query.near = GeoPoint::from_degrees(52.5, -2.5).value();
  CHECK(search.run(query).near == query.near);
}
