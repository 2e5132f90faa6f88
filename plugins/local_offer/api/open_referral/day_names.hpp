// days_named: a day of the week as feeds and callers write it. Used by the catalogue and the API's
// parameter `day`.
#pragma once

#include <cstdint>
#include <string_view>

namespace alongside::local_offer {

// The day_bit() of "MO", "2MO", "-1FR", "Monday" or "monday"; 0 when it is no day.
std::uint8_t days_named(std::string_view text);

}  // namespace alongside::local_offer
