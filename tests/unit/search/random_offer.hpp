// random_offer: services with everything that filters look at, drawn at random from few values, so that
// every combination of choices meets some of them. Used by the search tests.
#pragma once

#include "plugins/local_offer/model/offer_list.hpp"

#include <random>

namespace alongside::testing {

local_offer::OfferList random_offer(std::mt19937& random, int services);

}  // namespace alongside::testing
