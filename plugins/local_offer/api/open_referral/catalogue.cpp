#include "plugins/local_offer/api/open_referral/catalogue.hpp"

#include "app/base/text.hpp"
#include "app/server/json_tree.hpp"
#include "plugins/local_offer/api/open_referral/day_names.hpp"
#include "plugins/local_offer/api/open_referral/moment.hpp"
#include "plugins/local_offer/api/open_referral/send_terms.hpp"
#include "plugins/local_offer/api/place_point.hpp"

#include <algorithm>
#include <utility>

namespace alongside::local_offer {
namespace {

using server::JsonKind;
using server::JsonValue;

const std::vector<JsonValue>& items_at(const JsonValue& object, std::string_view name) {
  static const std::vector<JsonValue> none;
  const JsonValue* list = object.find(name);
  return list == nullptr ? none : list->items;
}

std::optional<double> figure_at(const JsonValue& object, std::string_view name) {
  const JsonValue* value = object.find(name);
  return value != nullptr && value->is_number() ? std::optional(value->real) : std::nullopt;
}

std::vector<CatalogueTime> times_of(const JsonValue& service) {
  std::vector<CatalogueTime> times;
  for (const JsonValue& schedule : items_at(service, "schedules")) {
    CatalogueTime time;
    for (const std::string_view day : split(schedule.text_at("byday"), ',')) time.days |= days_named(trim(day));
    time.opens_at = schedule.text_at("opens_at").substr(0, 5);
    time.closes_at = schedule.text_at("closes_at").substr(0, 5);
    times.push_back(std::move(time));
  }
  return times;
}

std::vector<CataloguePlace> places_of(const JsonValue& service) {
  std::vector<CataloguePlace> places;
  for (const JsonValue& at : items_at(service, "service_at_locations")) {
    CataloguePlace place{std::string(at.text_at("id")), {}};
    if (const JsonValue* location = at.find("location"))
      place.point = place_point(figure_at(*location, "latitude"), figure_at(*location, "longitude")).point;
    places.push_back(std::move(place));
  }
  return places;
}

void put_once(std::vector<std::string>& list, std::string_view word) {
  if (!word.empty() && std::find(list.begin(), list.end(), word) == list.end()) list.emplace_back(word);
}

// The keys of a map, by these members of their values and then by themselves.
template <class Map, class Key>
std::vector<std::string> ordered(const Map& map, const Key& key) {
  std::vector<std::pair<std::string, std::string>> keyed;
  for (const auto& [id, value] : map) keyed.emplace_back(key(value), id);
  std::sort(keyed.begin(), keyed.end());
  std::vector<std::string> ids;
  for (auto& [words, id] : keyed) ids.push_back(std::move(id));
  return ids;
}

std::string name_in(const JsonValue& json) { return std::string(json.text_at("name")); }

}  // namespace

void Catalogue::add(const JsonValue& record) {
  CatalogueService service;
  service.id = record.text_at("id");
  service.minimum_age = figure_at(record, "minimum_age");
  service.maximum_age = figure_at(record, "maximum_age");
  service.last_modified = record.text_at("last_modified");
  service.modified = parse_moment(service.last_modified);
  service.times = times_of(record);
  service.places = places_of(record);
  service.organization_id = record.text_at("organization_id");
  if (const JsonValue* organization = record.find("organization")) {
    service.organization_id = organization->text_at("id");
    organizations_.emplace(service.organization_id, *organization);
  }
  add_terms(record, service);
  const std::size_t at = services_.size();
  index_.emplace(service.id, at);
  for (const CataloguePlace& place : service.places) place_index_.emplace(place.id, at);
  services_.push_back(std::move(service));
}

// Wherever they stand: on the service, its organisation, its places.
void Catalogue::add_terms(const JsonValue& value, CatalogueService& service) {
  for (const JsonValue& item : value.items) add_terms(item, service);
  for (const auto& [name, member] : value.members) {
    if (name == "taxonomy_term")
      add_term(member, service);
    else
      add_terms(member, service);
  }
}

void Catalogue::add_term(const JsonValue& term, CatalogueService& service) {
  const std::string id(term.text_at("id"));
  put_once(service.terms, id);
  // Two terms with one id are the feed's mistake: the first is what the id stands for.
  const JsonValue& known_term = terms_.emplace(id, term).first->second;
  const std::string taxonomy_id(term.text_at("taxonomy_id"));
  if (taxonomy_id.empty()) return;
  const std::string name(term.text_at("taxonomy"));
  put_once(service.taxonomies, taxonomy_id);
  put_once(service.taxonomies, name);
  const auto [known, is_new] = taxonomies_.try_emplace(taxonomy_id);
  if (known_term.text_at("taxonomy_id") == taxonomy_id) put_once(known->second.terms, id);
  if (!is_new) return;
  JsonValue& json = known->second.json = server::json_object();
  const std::string uri = send_taxonomy_uri(name);
  server::put_member(json, "id", server::json_words(taxonomy_id));
  server::put_member(json, "name", server::json_words(name.empty() ? taxonomy_id : name));
  server::put_member(json, "description", server::json_words(name.empty() ? taxonomy_id : taxonomy_description(name)));
  if (!uri.empty()) server::put_member(json, "uri", server::json_words(uri));
}

void Catalogue::finish() {
  term_order_ = ordered(
      terms_, [](const JsonValue& term) { return std::string(term.text_at("taxonomy")) + "\n" + name_in(term); });
  taxonomy_order_ = ordered(taxonomies_, [](const CatalogueTaxonomy& taxonomy) { return name_in(taxonomy.json); });
  organization_order_ = ordered(organizations_, name_in);
  for (auto& [id, taxonomy] : taxonomies_) {
    std::sort(taxonomy.terms.begin(), taxonomy.terms.end(), [this](const std::string& a, const std::string& b) {
      return std::pair(name_in(terms_.at(a)), a) < std::pair(name_in(terms_.at(b)), b);
    });
  }
}

}  // namespace alongside::local_offer
