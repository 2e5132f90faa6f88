// search_report: what a search finds, as plain lines for a terminal. Used by
// `council-api offer search`.
#pragma once

#include "app/base/date.hpp"
#include "plugins/local_offer/model/offer_list.hpp"

#include <string>
#include <string_view>

namespace alongside::local_offer {

std::string search_report(const OfferList& list, std::string_view words, Date today);

}  // namespace alongside::local_offer
