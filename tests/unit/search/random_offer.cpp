#include "tests/unit/search/random_offer.hpp"

#include <initializer_list>
#include <string>

namespace alongside::testing {

using namespace local_offer;

namespace {

std::vector<std::string> some_of(std::mt19937& random, std::initializer_list<const char*> terms) {
  std::vector<std::string> some;
  for (const char* term : terms) {
    if (random() % 3 == 0) some.emplace_back(term);
  }
  return some;
}

CostFrom random_cost(std::mt19937& random) {
  CostFrom cost;
  cost.kind = static_cast<CostKind>(random() % 4);
  if (cost.kind == CostKind::OnePrice || cost.kind == CostKind::From) cost.lowest = Money::of_known(random() % 2500);
  return cost;
}

ServiceSummary random_service(std::mt19937& random, int number) {
  ServiceSummary service;
  service.id = "id" + std::to_string(number);
  for (const std::string& word : some_of(random, {"swim", "music", "drama", "club"})) service.name += word + " ";
  service.kinds = some_of(random, {"Club", "Swimming", "club", "Overnight"});
  service.heads = some_of(random, {"Education", "Outside the area"});
  service.needs = some_of(random, {"Autism", "Deaf", "Complex health"});
  service.support = some_of(random, {"Hoist", "BSL", "Quiet space"});
  service.accepts = some_of(random, {"Direct payment"});
  service.languages = some_of(random, {"Welsh", "English"});
  service.registrations = some_of(random, {"Ofsted", "CQC"});
  service.tier = static_cast<Tier>(random() % 4);
  service.way_in = static_cast<WayIn>(random() % 5);
  service.space = static_cast<Space>(random() % 4);
  if (random() % 4 != 0) service.minimum_age = static_cast<std::uint8_t>(random() % 15);
  if (random() % 4 != 0)
    service.maximum_age = static_cast<std::uint8_t>(service.minimum_age.value_or(3) + random() % 12);
  service.days = static_cast<std::uint8_t>(random() % 128);
  service.parts_of_day = static_cast<std::uint8_t>(random() % 16);
  service.seasons = static_cast<std::uint8_t>(random() % 4);
  service.cost = random_cost(random);
  const auto spots = random() % 3;
  for (std::size_t i = 0; i < spots; ++i) {
    Spot& spot = service.spots.emplace_back();
    spot.place = "Here";
    if (random() % 5 != 0)
      spot.point = GeoPoint::from_degrees(52 + random() % 1000 / 2000.0, -2 - random() % 1000 / 2000.0).value();
  }
  return service;
}

}  // namespace

OfferList random_offer(std::mt19937& random, int services) {
  OfferList list;
  for (int i = 0; i < services; ++i) list.services.push_back(random_service(random, i));
  return list;
}

}  // namespace alongside::testing
