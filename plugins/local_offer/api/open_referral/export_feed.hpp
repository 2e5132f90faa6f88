// export_feed: the whole local offer as a folder that `offer import` reads to the same offer: pages
// (services.json, services-2.json …) and services/{id}.json. Used by `council-api offer export`.
#pragma once

#include "app/base/result.hpp"
#include "app/server/database.hpp"

#include <string>

namespace alongside::local_offer {

// The report. Refuses a folder that is there already: what is written is a whole feed or nothing.
Result<std::string> export_feed(server::Database& database, const std::string& folder);

}  // namespace alongside::local_offer
