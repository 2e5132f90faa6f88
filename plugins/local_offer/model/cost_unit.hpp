// cost_unit_of: what one price is for (an hour, a session), read from a provider's words for it. Used to
// carry a price to whoever knows the family's budget.
#pragma once

#include "app/wire/messages/intents.hpp"

#include <string_view>

namespace alongside::local_offer {

// Once when the words do not say.
wire::CostUnit cost_unit_of(std::string_view option);

}  // namespace alongside::local_offer
