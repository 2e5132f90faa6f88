// Counts beside the plain way of counting: look at every service and ask whether it fits.
#include "plugins/local_offer/model/search/facet_values.hpp"
#include "plugins/local_offer/model/search/search.hpp"
#include "tests/unit/search/random_offer.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <optional>
#include <string>
#include <vector>

using namespace alongside;
using namespace alongside::local_offer;

namespace {

std::string small(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

bool names(const std::vector<std::string>& terms, const std::string& value) {
  return std::any_of(terms.begin(), terms.end(), [&](const std::string& term) { return small(term) == small(value); });
}

double miles_to(const ServiceSummary& service, const GeoPoint& near) {
  double least = 1e9;
  bool is_anywhere = false;
  for (const Spot& spot : service.spots) {
    if (!spot.point) continue;
    is_anywhere = true;
    least = std::min(least, distance_metres(near, *spot.point) / 1609.344);
  }
  return is_anywhere ? least : 0;  // what has no place is never too far
}

bool is_dear(const ServiceSummary& service, std::int64_t pence) {
  if (service.cost.kind == CostKind::Unknown) return true;
  return service.cost.kind != CostKind::Free && service.cost.lowest.pence() >= pence;
}

bool meets_age(const ServiceSummary& service, int from, int to) {
  for (int age = from; age <= to; ++age) {
    if (age >= service.minimum_age.value_or(0) && age <= service.maximum_age.value_or(255)) return true;
  }
  return false;
}

// What each value means, said once more and otherwise than the engine says it.
bool fits(const ServiceSummary& service, Facet facet, const std::string& value, const std::optional<GeoPoint>& near) {
  const std::map<std::string, int> days{{"monday", 1},  {"tuesday", 2},   {"wednesday", 4}, {"thursday", 8},
                                        {"friday", 16}, {"saturday", 32}, {"sunday", 64}};
  const std::map<std::string, int> parts{{"morning", 1}, {"afternoon", 2}, {"evening", 4}, {"overnight", 8}};
  const std::map<std::string, Tier> tiers{
      {"universal", Tier::Universal}, {"targeted", Tier::Targeted}, {"specialist", Tier::Specialist}};
  const std::map<std::string, WayIn> ways{{"turn up", WayIn::TurnUp},
                                          {"book", WayIn::Book},
                                          {"referral", WayIn::Referral},
                                          {"assessment", WayIn::Assessment}};
  const std::map<std::string, Space> spaces{
      {"places available", Space::PlacesAvailable}, {"waiting list", Space::WaitingList}, {"full", Space::Full}};
  switch (facet) {
    case Facet::Kind: return names(service.kinds, value);
    case Facet::Head: return names(service.heads, value);
    case Facet::Need: return names(service.needs, value);
    case Facet::Support: return names(service.support, value);
    case Facet::Language: return names(service.languages, value);
    case Facet::Registration: return names(service.registrations, value);
    case Facet::Tier: return service.tier == tiers.at(value);
    case Facet::WayIn: return service.way_in == ways.at(value);
    case Facet::Space: return service.space == spaces.at(value);
    case Facet::Day: return (service.days & days.at(value)) != 0;
    case Facet::PartOfDay: return (service.parts_of_day & parts.at(value)) != 0;
    case Facet::Season: return (service.seasons & (value == "term time" ? 1 : 2)) != 0;
    case Facet::Age: {
      const std::size_t to = value.find(" to ");
      return meets_age(service, std::stoi(value.substr(0, to)), std::stoi(value.substr(to + 4)));
    }
    case Facet::Distance: return near && miles_to(service, *near) <= std::stoi(value.substr(7));
    case Facet::Cost:
      if (value == "free") return service.cost.kind == CostKind::Free;
      if (value == "direct payment") return names(service.accepts, value);
      return !is_dear(service, 100 * std::stoi(value.substr(value.find_first_of("0123456789"))));
  }
  return false;
}

bool fits_choices(const ServiceSummary& service, const SearchQuery& query, std::optional<Facet> but) {
  for (const FacetChoice& chosen : query.choices) {
    if (chosen.facet == but) continue;
    const bool is_met = std::any_of(query.choices.begin(), query.choices.end(), [&](const FacetChoice& choice) {
      return choice.facet == chosen.facet && fits(service, choice.facet, choice.value, query.near);
    });
    if (!is_met) return false;
  }
  return true;
}

bool fits_rest(const ServiceSummary& service, const SearchQuery& query) {
  const bool is_in_kinds = (query.words == "swim" && names(service.kinds, "Swimming")) ||
                           (query.words == "club" && names(service.kinds, "Club"));
  if (!query.words.empty() && !is_in_kinds && service.name.find(query.words) == std::string::npos) return false;
  if (query.age && !meets_age(service, *query.age, *query.age)) return false;
  return !query.near || !query.miles || miles_to(service, *query.near) <= *query.miles;
}

SearchQuery random_query(std::mt19937& random, const std::vector<FacetCounts>& offered) {
  SearchQuery query;
  if (random() % 3 == 0) query.words = std::vector<std::string>{"swim", "music", "drama", "club"}[random() % 4];
  if (random() % 4 == 0) query.age = static_cast<std::uint8_t>(random() % 20);
  if (random() % 2 == 0) query.near = GeoPoint::from_degrees(52.2, -2.2).value();
  if (query.near && random() % 3 == 0) query.miles = static_cast<std::uint16_t>(1 + random() % 25);
  const auto choices = random() % 6;
  for (std::size_t i = 0; i < choices; ++i) {
    const FacetCounts& facet = offered[random() % offered.size()];
    if (facet.facet == Facet::Distance && !query.near) continue;
    query.choices.push_back({facet.facet, facet.values[random() % facet.values.size()].value});
  }
  return query;
}

}  // namespace

TEST_CASE("counts and results equal looking at every service, for 10,000 random combinations of filters") {
  std::mt19937 random(5);
  std::size_t filled = 0;
  for (int offer = 0; offer < 20; ++offer) {
    const OfferList list = testing::random_offer(random, 70);  // more than one word of a set's bits
    const Search search(list);
    const auto offered = search.run({{}, {}, GeoPoint::from_degrees(52.2, -2.2).value(), {}, {}}).facets;
    REQUIRE(offered.size() == facet_count);
    for (int round = 0; round < 500; ++round) {
      const SearchQuery query = random_query(random, offered);
      const SearchResult result = search.run(query);
      const auto expected =
          std::count_if(list.services.begin(), list.services.end(), [&](const ServiceSummary& service) {
            return fits_rest(service, query) && fits_choices(service, query, std::nullopt);
          });
      REQUIRE(result.hits.size() == static_cast<std::size_t>(expected));
      filled += expected > 0 ? 1 : 0;
      for (const FacetCounts& facet : result.facets) {
        for (const FacetValue& value : facet.values) {
          const auto count =
              std::count_if(list.services.begin(), list.services.end(), [&](const ServiceSummary& service) {
                return fits_rest(service, query) && fits_choices(service, query, facet.facet) &&
                       fits(service, facet.facet, value.value, query.near);
              });
          REQUIRE_MESSAGE(value.count == static_cast<std::uint32_t>(count), name_of(facet.facet)
                                                                                << ": " << value.value);
        }
      }
    }
  }
  CHECK(filled > 3000);
}

TEST_CASE("choosing a value gives what its count promised, with several words too") {
  std::mt19937 random(7);
  for (int offer = 0; offer < 10; ++offer) {
    const OfferList list = testing::random_offer(random, 70);
    const Search search(list);
    for (const char* words : {"swim club", "music drama", "swim zzzz", "club drama music"}) {
      SearchQuery query;
      query.words = words;
      for (const FacetCounts& facet : search.run(query).facets) {
        for (const FacetValue& value : facet.values) {
          if (value.count == 0) continue;
          query.choices = {{facet.facet, value.value}};
          REQUIRE(search.run(query).hits.size() == value.count);
        }
      }
    }
  }
}

TEST_CASE("terms that differ only in case are one value, counted once") {
  OfferList list;
  list.services.resize(2);
  list.services[0].kinds = {"Swimming", "swimming"};
  list.services[1].kinds = {"SWIMMING"};
  const auto facets = Search(list).run({}).facets;
  REQUIRE(facets[0].facet == Facet::Kind);
  CHECK(facets[0].values == std::vector<FacetValue>{{"Swimming", 2}});
}

TEST_CASE("a choice that no service has finds nothing, and says what is there without it") {
  OfferList list;
  list.services.resize(3);
  const SearchResult result = Search(list).run({{}, {}, {}, {}, {{Facet::Kind, "Sailing"}}});
  CHECK(result.hits.empty());
  REQUIRE(result.loosen.size() == 1);
  CHECK(result.loosen[0].kind == LoosenKind::Choice);
  CHECK(result.loosen[0].count == 3);
}

TEST_CASE("a feed with thousands of terms in one facet offers no more than can be chosen from") {
  OfferList list;
  list.services.resize(1);
  for (int i = 0; i < 3000; ++i) list.services[0].needs.push_back("need " + std::to_string(i));
  for (const FacetCounts& facet : Search(list).run({}).facets) CHECK(facet.values.size() <= 500);
}

TEST_CASE("distance is offered only when there is a place to measure from") {
  std::mt19937 random(5);
  const OfferList list = testing::random_offer(random, 10);
  for (const FacetCounts& facet : Search(list).run({}).facets) CHECK(facet.facet != Facet::Distance);
}
