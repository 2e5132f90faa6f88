// OfferTables: the local offer in SQLite: each service as one message, and the list's version, which
// grows whenever an import changed something. Used by the importer, the routes and the pages.
#pragma once

#include "app/base/result.hpp"
#include "app/server/database.hpp"
#include "app/server/migration.hpp"
#include "plugins/local_offer/model/offer_list.hpp"
#include "plugins/local_offer/model/service_detail.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace alongside::local_offer {

class OfferTables {
 public:
  explicit OfferTables(server::Database& database) : database_(database) {}

  static std::span<const server::Migration> migrations();

  Result<std::optional<ServiceDetail>> service(std::string_view id);
  // All that families may see, by name.
  Result<OfferList> list();
  Result<std::uint64_t> version();

  // For the importer, inside its transaction.
  Result<std::map<std::string, Bytes>> frames();  // by id
  Result<void> put(const ServiceDetail& service, std::span<const std::uint8_t> frame);
  Result<void> remove(std::string_view id);
  Result<void> raise_version();

 private:
  server::Database& database_;
};

}  // namespace alongside::local_offer
