// Catalogue: what the Open Referral API needs to know of every service to choose among them, and what it
// derives from all of them: taxonomies, their terms, organisations, services at locations. Made from the
// stored records whenever the offer's version changes; the records themselves stay in the database.
#pragma once

#include "app/base/geo_point.hpp"
#include "app/server/json_reader.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::local_offer {

struct CatalogueTime {
  std::uint8_t days = 0;  // day_bit()s
  std::string opens_at;   // "09:30", as it can be compared
  std::string closes_at;
};

struct CataloguePlace {
  std::string id;  // of the service at this location
  std::optional<GeoPoint> point;
};

struct CatalogueService {
  std::string id;
  std::string organization_id;
  std::optional<double> minimum_age;
  std::optional<double> maximum_age;
  std::string last_modified;
  std::optional<std::int64_t> modified;  // the same, as ms since 1970
  std::vector<std::string> terms;        // ids
  std::vector<std::string> taxonomies;   // ids and names
  std::vector<CatalogueTime> times;
  std::vector<CataloguePlace> places;
};

struct CatalogueTaxonomy {
  server::JsonValue json;
  std::vector<std::string> terms;  // ids, by name
};

class Catalogue {
 public:
  void add(const server::JsonValue& service);
  // After the last service: puts terms and taxonomies in order.
  void finish();

  const std::vector<CatalogueService>& services() const { return services_; }
  const std::map<std::string, std::size_t>& index_by_id() const { return index_; }
  const std::map<std::string, std::size_t>& service_of_place() const { return place_index_; }
  const std::vector<std::string>& term_order() const { return term_order_; }  // ids, by taxonomy and name
  const std::map<std::string, server::JsonValue>& terms() const { return terms_; }
  const std::vector<std::string>& taxonomy_order() const { return taxonomy_order_; }  // ids, by name
  const std::map<std::string, CatalogueTaxonomy>& taxonomies() const { return taxonomies_; }
  const std::vector<std::string>& organization_order() const { return organization_order_; }
  const std::map<std::string, server::JsonValue>& organizations() const { return organizations_; }

 private:
  void add_terms(const server::JsonValue& value, CatalogueService& service);
  void add_term(const server::JsonValue& term, CatalogueService& service);

  std::vector<CatalogueService> services_;
  std::map<std::string, std::size_t> index_, place_index_;
  std::map<std::string, server::JsonValue> terms_, organizations_;
  std::map<std::string, CatalogueTaxonomy> taxonomies_;
  std::vector<std::string> term_order_, taxonomy_order_, organization_order_;
};

}  // namespace alongside::local_offer
