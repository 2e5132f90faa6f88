// offer_index: the search index of an offer, and the places its words may name. Used by Search while it
// is built.
#pragma once

#include "plugins/local_offer/model/offer_list.hpp"
#include "plugins/local_offer/model/search/index_tables.hpp"
#include "plugins/local_offer/model/search/named_place.hpp"
#include "plugins/local_offer/model/search/word_order.hpp"

#include <vector>

namespace alongside::wire {
struct Place;
}

namespace alongside::local_offer {

// Phrases are found in names and summaries; `order` is filled for them.
IndexTables index_tables_of(const OfferList& list, WordOrder& order);

std::vector<NamedPlace> named_places(const OfferList& list, const std::vector<wire::Place>& places);

}  // namespace alongside::local_offer
