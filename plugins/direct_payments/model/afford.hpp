// can_afford: "Can my budget pay for this?" answered from the money that is neither spent nor planned.
// Used by the screen that an intent opens.
#pragma once

#include "plugins/direct_payments/model/money_left.hpp"

#include <cstdint>

namespace alongside::direct_payments {

enum class Afford : std::uint8_t { Yes, OnlyJust, NotThisPeriod };

struct AffordAnswer {
  Afford afford = Afford::NotThisPeriod;
  std::int64_t cost = 0;   // pence
  std::int64_t after = 0;  // what is free after it; below zero when it is not enough
};

// Only just: less than a tenth of a period's payment would be free after it.
AffordAnswer can_afford(const Agreement& agreement, const MoneyLeft& left, std::int64_t cost);

}  // namespace alongside::direct_payments
