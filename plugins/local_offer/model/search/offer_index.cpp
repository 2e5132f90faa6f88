#include "plugins/local_offer/model/search/offer_index.hpp"

#include "app/wire/messages/council.hpp"
#include "plugins/local_offer/model/fold.hpp"
#include "plugins/local_offer/model/search/index_builder.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

namespace alongside::local_offer {
namespace {

// How much more a word tells in each field than among the description's other words.
// A list of what is catered for tells little: most have it, and few are for it.
constexpr std::uint32_t name_weight = 8, kind_weight = 6, need_weight = 3, day_weight = 3, organisation_weight = 3,
                        place_weight = 3, summary_weight = 3, support_weight = 1, words_weight = 1;

constexpr std::string_view day_names[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

void add_all(IndexBuilder& builder, const std::vector<std::string>& texts, std::uint32_t weight) {
  for (const std::string& text : texts) builder.add(text, weight, Order::Kept);
}

void add_service(IndexBuilder& builder, const ServiceSummary& service) {
  builder.add(service.name, name_weight, Order::Kept);
  builder.add(service.organisation, organisation_weight, Order::Kept);
  builder.add(service.summary, summary_weight, Order::Kept);
  add_all(builder, service.kinds, kind_weight);
  add_all(builder, service.needs, need_weight);
  add_all(builder, service.support, support_weight);
  add_all(builder, service.accepts, support_weight);
  builder.add(name_of(service.tier), support_weight, Order::Forgotten);
  for (const Spot& spot : service.spots) builder.add(spot.place, place_weight, Order::Kept);
  for (std::size_t day = 0; day < std::size(day_names); ++day) {
    if ((service.days >> day & 1u) != 0) builder.add(day_names[day], day_weight, Order::Forgotten);
  }
  builder.add(service.words, words_weight, Order::Forgotten);
  builder.end_service();
}

void add_place(std::vector<NamedPlace>& places, std::string name, const GeoPoint& point) {
  const auto is_same = [&](const NamedPlace& place) { return place.name == name; };
  if (name.empty() || std::any_of(places.begin(), places.end(), is_same)) return;
  places.push_back({std::move(name), point});
}

}  // namespace

IndexTables index_tables_of(const OfferList& list, WordOrder& order) {
  IndexBuilder builder(Stemming::English);
  for (const ServiceSummary& service : list.services) add_service(builder, service);
  IndexTables tables = builder.tables();
  order = builder.take_order();
  return tables;
}

std::vector<NamedPlace> named_places(const OfferList& list, const std::vector<wire::Place>& places) {
  constexpr std::size_t most_places = 2000;
  std::vector<NamedPlace> named;
  for (const wire::Place& place : places) {
    const auto point = GeoPoint::from_e7(place.latitude_e7, place.longitude_e7);
    if (!point.ok()) continue;
    add_place(named, fold(place.name), point.value());
    for (const std::string& district : place.postcode_districts) add_place(named, fold(district), point.value());
  }
  for (const ServiceSummary& service : list.services) {
    for (const Spot& spot : service.spots) {
      if (spot.point && named.size() < most_places) add_place(named, fold(spot.place), *spot.point);
    }
  }
  return named;
}

}  // namespace alongside::local_offer
