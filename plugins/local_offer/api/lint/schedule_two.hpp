// What a local offer must hold by Schedule 2 of SI 2014/1530, as things that can be looked for in its services: which
// are there and how many tell of each. A help for whoever keeps the offer, who decides: words are found, not meant.
// Used by offer_lint.
#pragma once

#include "plugins/local_offer/model/offer_list.hpp"

#include <string_view>
#include <vector>

namespace alongside::local_offer {

struct DutyFound {
  std::string_view what;
  std::size_t services = 0;  // that tell of it
};

std::vector<DutyFound> look_for_duties(const OfferList& offer);

}  // namespace alongside::local_offer
