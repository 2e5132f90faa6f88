// search_report: what a search finds, as plain lines for a terminal. Used by
// `council-api offer search`.
#pragma once

#include "app/base/date.hpp"
#include "plugins/local_offer/model/offer_list.hpp"
#include "plugins/local_offer/model/search/search_query.hpp"
#include "plugins/local_offer/model/search/search_result.hpp"

#include <string>

namespace alongside::local_offer {

std::string search_report(const OfferList& list, const SearchQuery& query, const SearchResult& result, Date today);

}  // namespace alongside::local_offer
