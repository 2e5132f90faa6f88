// search_listing: a whole search as JSON: every id, best first, and every facet with its counts, so that
// any feed and query can be tried from outside. Used by `council-api offer search --json`.
#pragma once

#include "app/base/result.hpp"
#include "plugins/local_offer/model/offer_list.hpp"
#include "plugins/local_offer/model/search/search_query.hpp"
#include "plugins/local_offer/model/search/search_result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace alongside::local_offer {

// "tier=universal,day=saturday"; an error names what is no facet.
Result<std::vector<FacetChoice>> parse_choices(std::string_view text);

std::string search_listing(const OfferList& list, const SearchQuery& query, const SearchResult& result);

}  // namespace alongside::local_offer
