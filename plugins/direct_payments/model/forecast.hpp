// Forecast: the money day by day, from what is there now and what is expected to come and go. Pure; worked
// out anew each time. It answers "will it last?" with the lowest day and what brings it about.
#pragma once

#include "app/base/date.hpp"
#include "app/base/money.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace alongside::direct_payments {

// Money that comes or goes once, or again and again: the council's payment every four weeks, the wages of a PA.
struct ExpectedPayment {
  Date first;
  std::uint16_t every_days = 0;  // 0: once
  std::optional<Date> ends;      // the last day on which it may come; nothing: it goes on
  Money amount;                  // above zero in, below zero out
  std::string name;
};

struct Forecast {
  static constexpr std::int32_t most_days = 3 * 366;

  Date first;
  std::vector<std::int64_t> pence;            // at the end of each day from `first`
  Date lowest_day;                            // the first of them, when there are several
  std::optional<std::size_t> lowest_because;  // the expected payment that takes most on that day
  std::int64_t lowest() const {
    return pence.empty() ? 0 : pence[static_cast<std::size_t>(days_between(first, lowest_day))];
  }
};

// From `first` to `last`, both included, and never further than most_days. What was expected before `first` and
// has not come is not waited for.
Forecast forecast(std::int64_t pence_now, Date first, Date last, std::span<const ExpectedPayment> expected);

}  // namespace alongside::direct_payments
