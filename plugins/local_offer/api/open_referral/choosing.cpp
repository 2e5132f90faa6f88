#include "plugins/local_offer/api/open_referral/choosing.hpp"

#include "app/base/id.hpp"

#include <algorithm>

namespace alongside::local_offer {
namespace {

bool is_listed_in(const std::vector<std::string>& list, const std::string& word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool has_taxonomy(const CatalogueService& service, const std::string& asked) {
  const auto uuid = parse_uuid(asked);
  return is_listed_in(service.taxonomies, uuid.ok() ? uuid_text(uuid.value()) : asked);
}

// One session has to meet all that is asked about times: Saturday at ten, not Saturday or ten.
bool is_on(const CatalogueService& service, const ListQuery& query) {
  if (query.days == 0 && query.start_time.empty() && query.end_time.empty()) return true;
  return std::any_of(service.times.begin(), service.times.end(), [&](const CatalogueTime& time) {
    return (query.days == 0 || (time.days & query.days) != 0) &&
           (query.start_time.empty() || (!time.opens_at.empty() && time.opens_at >= query.start_time)) &&
           (query.end_time.empty() || (!time.closes_at.empty() && time.closes_at <= query.end_time));
  });
}

bool is_near(const CataloguePlace& place, const ListQuery& query) {
  return !query.proximity || (place.point && distance_metres(*query.near, *place.point) <= *query.proximity);
}

bool is_chosen(const CatalogueService& service, const ListQuery& query) {
  if (query.minimum_age && !(service.minimum_age && *service.minimum_age >= *query.minimum_age)) return false;
  if (query.maximum_age && !(service.maximum_age && *service.maximum_age <= *query.maximum_age)) return false;
  if (query.modified_after && !(service.modified && *service.modified >= *query.modified_after)) return false;
  if (!query.taxonomy_term_id.empty() && !is_listed_in(service.terms, query.taxonomy_term_id)) return false;
  if (!query.taxonomy_id.empty() && !has_taxonomy(service, query.taxonomy_id)) return false;
  if (!query.organization_id.empty() && service.organization_id != query.organization_id) return false;
  if (!is_on(service, query)) return false;
  return !query.proximity || std::any_of(service.places.begin(), service.places.end(),
                                         [&](const CataloguePlace& place) { return is_near(place, query); });
}

}  // namespace

std::vector<std::size_t> choose_services(const Catalogue& catalogue, const ListQuery& query,
                                         const std::vector<std::size_t>& order) {
  std::vector<std::size_t> chosen;
  for (const std::size_t at : order) {
    if (is_chosen(catalogue.services()[at], query)) chosen.push_back(at);
  }
  return chosen;
}

std::vector<ChosenPlace> choose_places(const Catalogue& catalogue, const ListQuery& query,
                                       const std::vector<std::size_t>& services) {
  std::vector<ChosenPlace> chosen;
  for (const std::size_t at : services) {
    const auto& places = catalogue.services()[at].places;
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (is_near(places[i], query)) chosen.push_back({at, i});
    }
  }
  return chosen;
}

}  // namespace alongside::local_offer
