// Which services, and which of their places, a list of the Open Referral API holds. Pure. Used by the
// API's routes.
#pragma once

#include "plugins/local_offer/api/open_referral/catalogue.hpp"
#include "plugins/local_offer/api/open_referral/list_query.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace alongside::local_offer {

struct ChosenPlace {
  std::size_t service = 0;  // into Catalogue::services
  std::size_t place = 0;    // into its places
};

// `order`: the services to choose from, best first. What a parameter asks about and a service does not
// say is not met.
std::vector<std::size_t> choose_services(const Catalogue& catalogue, const ListQuery& query,
                                         const std::vector<std::size_t>& order);
// The places of those services that lie near enough.
std::vector<ChosenPlace> choose_places(const Catalogue& catalogue, const ListQuery& query,
                                       const std::vector<std::size_t>& services);

}  // namespace alongside::local_offer
