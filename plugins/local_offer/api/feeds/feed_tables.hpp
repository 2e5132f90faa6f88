// FeedTables: what each feed last gave, whether families see it or not, and what the council has decided about two
// services that look alike. The offer that families see is made from these. Used inside the caller's transaction by
// the importer and the verbs about duplicates.
#pragma once

#include "app/base/date.hpp"
#include "app/base/result.hpp"
#include "app/server/database.hpp"
#include "plugins/local_offer/api/offer_tables.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace alongside::local_offer {

enum class Verdict : std::uint8_t { Same = 1, Different = 2 };
std::string_view name_of(Verdict verdict);

// Two services' ids, the smaller first, so that it does not matter in which order they are named.
using ServicePair = std::pair<std::string, std::string>;
ServicePair pair_of(std::string a, std::string b);

struct Decision {
  Verdict verdict = Verdict::Different;
  std::string officer;  // who said so; may be empty
  Date day;
};
using Decisions = std::map<ServicePair, Decision>;

class FeedTables {
 public:
  explicit FeedTables(server::Database& database) : database_(database) {}

  Result<std::map<std::string, std::size_t>> feeds();  // by name, with how many services each has
  Result<std::map<std::string, StoredService>> stored(std::string_view feed);  // by id
  Result<void> put(std::string_view feed, std::string_view id, const StoredService& service);
  Result<void> remove(std::string_view feed, std::string_view id);
  Result<void> drop(std::string_view feed);

  Result<Decisions> decisions();
  Result<void> decide(const ServicePair& pair, const Decision& decision);
  Result<bool> forget(const ServicePair& pair);  // false: nothing was decided

 private:
  server::Database& database_;
};

}  // namespace alongside::local_offer
