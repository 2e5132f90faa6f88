// A small local offer for tests of search and of the find screen.
#pragma once

#include "app/wire/messages/council.hpp"
#include "plugins/local_offer/model/offer_list.hpp"

#include <string>

namespace alongside::testing {

local_offer::OfferList sample_offer();            // five services
local_offer::OfferList many_services(int count);  // "Club 1" …
wire::Council sample_council();                   // Northmere with Aldermere and Whitlow

}  // namespace alongside::testing
