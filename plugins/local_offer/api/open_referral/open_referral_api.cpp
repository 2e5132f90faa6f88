#include "plugins/local_offer/api/open_referral/open_referral_api.hpp"

#include "app/server/json_tree.hpp"
#include "plugins/local_offer/api/open_referral/choosing.hpp"
#include "plugins/local_offer/api/open_referral/made_id.hpp"
#include "plugins/local_offer/api/open_referral/open_answer.hpp"
#include "plugins/local_offer/api/open_referral/shapes.hpp"

#include <numeric>
#include <utility>

namespace alongside::local_offer {
namespace {

using server::JsonValue;
using server::Request;

constexpr std::string_view addresses[] = {
    "",
    "/",
    "/services",
    "/services/{id}",
    "/service_at_locations",
    "/service_at_locations/{id}",
    "/taxonomies",
    "/taxonomies/{id}",
    "/taxonomy_terms",
    "/taxonomy_terms/{id}",
    "/organizations",
    "/organizations/{id}",
};

std::string full_address(std::string_view address) { return "/open-referral/v3" + std::string(address); }

Error nothing_here(std::string_view what) {
  return {ErrorCode::NotFound, "There is no " + std::string(what) + " with this id. Take ids from the list."};
}

JsonValue about() {
  JsonValue about = server::json_object();
  server::put_member(about, "version", server::json_words("HSDS-UK-3.0"));
  server::put_member(about, "profile",
                     server::json_words("https://github.com/OpenReferralUK/uk-profile/blob/main/docs/index.md"));
  server::put_member(about, "openapi_url",
                     server::json_words("https://docs.openreferraluk.org/en/latest/openapi30.json"));
  return about;
}

// One page of things whose ids stand in order.
template <class Shape>
Result<JsonValue> page_of_ids(const Request& request, const std::vector<std::string>& ids, const Shape& shape) {
  const Paging paging = ALONGSIDE_TRY(read_paging(request.query));
  const PageRange range = range_of(paging, ids.size());
  std::vector<JsonValue> contents;
  for (std::size_t i = range.first; i < range.end; ++i) contents.push_back(listed_shape(shape(ids[i])));
  return page_of(std::move(contents), ids.size(), paging);
}

}  // namespace

void OpenReferralApi::access(server::AccessTable& table) const {
  for (const std::string_view address : addresses) table.open_to_all("GET " + full_address(address));
}

void OpenReferralApi::routes(server::Router& router) {
  using Method = Answer (OpenReferralApi::*)(const Request&);
  const auto add = [&](std::string_view address, Method method) {
    router.get(full_address(address),
               [this, method](const Request& request) { return open_answer((this->*method)(request)); });
  };
  for (const std::string_view root : {"", "/"})
    router.get(full_address(root), [](const Request&) { return open_answer(about()); });
  add("/services", &OpenReferralApi::services);
  add("/services/{id}", &OpenReferralApi::service);
  add("/service_at_locations", &OpenReferralApi::places);
  add("/service_at_locations/{id}", &OpenReferralApi::place);
  add("/taxonomies", &OpenReferralApi::taxonomies);
  add("/taxonomies/{id}", &OpenReferralApi::taxonomy);
  add("/taxonomy_terms", &OpenReferralApi::terms);
  add("/taxonomy_terms/{id}", &OpenReferralApi::term);
  add("/organizations", &OpenReferralApi::organizations);
  add("/organizations/{id}", &OpenReferralApi::organization);
}

Result<const Catalogue*> OpenReferralApi::catalogue() {
  const std::uint64_t version = ALONGSIDE_TRY(tables_.version());
  if (catalogue_ && catalogue_version_ == version) return &*catalogue_;
  Catalogue fresh;
  ALONGSIDE_TRY(tables_.each_record([&fresh](std::string_view record) -> Result<void> {
    fresh.add(ALONGSIDE_TRY(server::read_json(record)));
    return {};
  }));
  fresh.finish();
  catalogue_ = std::move(fresh);
  catalogue_version_ = version;
  return &*catalogue_;
}

Result<JsonValue> OpenReferralApi::record(const std::string& id) {
  const auto record = ALONGSIDE_TRY(tables_.record(id));
  if (!record) return nothing_here("service");
  return server::read_json(*record);
}

Result<std::vector<std::size_t>> OpenReferralApi::chosen(const Catalogue& catalogue, const ListQuery& query) {
  std::vector<std::size_t> order;
  if (query.search.empty()) {
    order.resize(catalogue.services().size());
    std::iota(order.begin(), order.end(), std::size_t{0});
  } else {
    for (const std::string& id : ALONGSIDE_TRY(find_by_words_(query.search))) {
      const auto found = catalogue.index_by_id().find(id);
      if (found != catalogue.index_by_id().end()) order.push_back(found->second);
    }
  }
  return choose_services(catalogue, query, order);
}

Result<JsonValue> OpenReferralApi::services(const Request& request) {
  const ListQuery query = ALONGSIDE_TRY(read_list_query(request.query, context_.council.council.places));
  const Catalogue& all = *ALONGSIDE_TRY(catalogue());
  const auto found = ALONGSIDE_TRY(chosen(all, query));
  const PageRange range = range_of(query.paging, found.size());
  std::vector<JsonValue> contents;
  for (std::size_t i = range.first; i < range.end; ++i) {
    const CatalogueService& service = all.services()[found[i]];
    contents.push_back(query.form == Form::Minimal ? minimal_shape(service.id, service.last_modified)
                                                   : shape_of(ALONGSIDE_TRY(record(service.id)), query.form));
  }
  return page_of(std::move(contents), found.size(), query.paging);
}

Result<JsonValue> OpenReferralApi::service(const Request& request) { return record(id_from(request.parameter(0))); }

Result<JsonValue> OpenReferralApi::places(const Request& request) {
  const ListQuery query = ALONGSIDE_TRY(read_list_query(request.query, context_.council.council.places));
  const Catalogue& all = *ALONGSIDE_TRY(catalogue());
  const auto found = choose_places(all, query, ALONGSIDE_TRY(chosen(all, query)));
  const PageRange range = range_of(query.paging, found.size());
  std::vector<JsonValue> contents;
  for (std::size_t i = range.first; i < range.end; ++i) {
    const CatalogueService& service = all.services()[found[i].service];
    const std::string& id = service.places[found[i].place].id;
    contents.push_back(query.form == Form::Minimal
                           ? minimal_shape(id, service.last_modified)
                           : at_location_shape(ALONGSIDE_TRY(record(service.id)), id, query.form));
  }
  return page_of(std::move(contents), found.size(), query.paging);
}

Result<JsonValue> OpenReferralApi::place(const Request& request) {
  const Catalogue& all = *ALONGSIDE_TRY(catalogue());
  const std::string id = id_from(request.parameter(0));
  const auto found = all.service_of_place().find(id);
  if (found == all.service_of_place().end()) return nothing_here("service at a location");
  return at_location_shape(ALONGSIDE_TRY(record(all.services()[found->second].id)), id, Form::Full);
}

Result<JsonValue> OpenReferralApi::taxonomies(const Request& request) {
  const Catalogue& all = *ALONGSIDE_TRY(catalogue());
  return page_of_ids(request, all.taxonomy_order(),
                     [&](const std::string& id) { return all.taxonomies().at(id).json; });
}

Result<JsonValue> OpenReferralApi::taxonomy(const Request& request) {
  constexpr std::size_t most_terms = 1000;  // the others are in taxonomy_terms
  const Catalogue& all = *ALONGSIDE_TRY(catalogue());
  const auto found = all.taxonomies().find(id_from(request.parameter(0)));
  if (found == all.taxonomies().end()) return nothing_here("taxonomy");
  JsonValue terms = server::json_array();
  for (const std::string& id : found->second.terms) {
    if (terms.items.size() < most_terms) terms.items.push_back(all.terms().at(id));
  }
  JsonValue taxonomy = found->second.json;
  if (!terms.items.empty()) server::put_member(taxonomy, "taxonomy_terms", std::move(terms));
  return taxonomy;
}

Result<JsonValue> OpenReferralApi::terms(const Request& request) {
  const Catalogue& all = *ALONGSIDE_TRY(catalogue());
  return page_of_ids(request, all.term_order(), [&](const std::string& id) { return all.terms().at(id); });
}

Result<JsonValue> OpenReferralApi::term(const Request& request) {
  const Catalogue& all = *ALONGSIDE_TRY(catalogue());
  const auto found = all.terms().find(id_from(request.parameter(0)));
  if (found == all.terms().end()) return nothing_here("taxonomy term");
  return found->second;
}

Result<JsonValue> OpenReferralApi::organizations(const Request& request) {
  const Catalogue& all = *ALONGSIDE_TRY(catalogue());
  return page_of_ids(request, all.organization_order(),
                     [&](const std::string& id) { return all.organizations().at(id); });
}

// With its services, as a list has them.
Result<JsonValue> OpenReferralApi::organization(const Request& request) {
  const Catalogue& all = *ALONGSIDE_TRY(catalogue());
  const auto found = all.organizations().find(id_from(request.parameter(0)));
  if (found == all.organizations().end()) return nothing_here("organization");
  JsonValue services = server::json_array();
  for (const CatalogueService& service : all.services()) {
    if (service.organization_id != found->first || services.items.size() == Paging::most) continue;
    JsonValue shape = listed_shape(ALONGSIDE_TRY(record(service.id)));
    server::remove_member(shape, "organization");
    services.items.push_back(std::move(shape));
  }
  JsonValue organization = found->second;
  server::put_member(organization, "services", std::move(services));
  return organization;
}

}  // namespace alongside::local_offer
