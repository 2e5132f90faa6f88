// order_hits: puts what a search found into the order a family sees. Used by Search.
#pragma once

#include "plugins/local_offer/model/offer_list.hpp"
#include "plugins/local_offer/model/search/search_result.hpp"

#include <cstdint>
#include <vector>

namespace alongside::local_offer {

enum class ByDistance : std::uint8_t { No, Yes };

// Best first and what is closed last; equals by name and then by id, so that everybody sees one order.
void order_hits(const OfferList& list, ByDistance by_distance, std::vector<Hit>& hits);

}  // namespace alongside::local_offer
