// The secret of a protective restriction: the council restricts B, or everybody else merely leaves off sharing with
// them. Called by both_ways().
#pragma once

#include "tests/worlds/history.hpp"

#include <cstdint>
#include <utility>

namespace alongside::worlds {

// From that moment on; for good, or until the one is lifted and the other taken up again.
void restricted_or_not_shared_with(std::pair<History, History>& ways, Dice& dice, std::int64_t from_ms);

}  // namespace alongside::worlds
