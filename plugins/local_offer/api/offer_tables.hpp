// OfferTables: the local offer in SQLite: each service as one message and as the record of the feed
// that it was made from, and the list's version, which grows whenever an import changed something. Used by the
// importer, the routes, the pages and the Open Referral API.
#pragma once

#include "app/base/result.hpp"
#include "app/server/database.hpp"
#include "app/server/migration.hpp"
#include "plugins/local_offer/model/offer_list.hpp"
#include "plugins/local_offer/model/service_detail.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>

namespace alongside::local_offer {

// A service in both of its forms, byte for byte.
struct StoredService {
  Bytes frame;
  std::string record;  // a cleaned service of the profile, as JSON
  bool operator==(const StoredService&) const = default;
};

class OfferTables {
 public:
  explicit OfferTables(server::Database& database) : database_(database) {}

  static std::span<const server::Migration> migrations();

  Result<std::optional<ServiceDetail>> service(std::string_view id);
  // All that families may see, by name.
  Result<OfferList> list();
  // Each service of that list, in its order.
  Result<void> each_service(const std::function<void(const ServiceDetail&)>& take);
  Result<std::uint64_t> version();
  // The record of a service that families may see.
  Result<std::optional<std::string>> record(std::string_view id);
  // Each of them in the list's order, until `take` fails.
  Result<void> each_record(const std::function<Result<void>(std::string_view record)>& take);

  // For the importer, inside its transaction.
  Result<std::map<std::string, StoredService>> stored();  // by id, those that nobody is shown too
  Result<void> put(const ServiceDetail& service, const StoredService& stored);
  Result<void> remove(std::string_view id);
  Result<void> raise_version();
  // The ids of those that the council has approved itself.
  Result<std::set<std::string>> own();
  Result<void> put_own(std::string_view id);
  Result<void> remove_own(std::string_view id);  // out of the offer too

 private:
  server::Database& database_;
};

}  // namespace alongside::local_offer
