// Freshness: how long ago somebody checked a service, in the unit people use for it, and whether
// to ring first. Shown on every card and service, so that nobody sets out on stale words.
#pragma once

#include "app/base/date.hpp"

#include <cstdint>
#include <optional>

namespace alongside::local_offer {

enum class AgoUnit : std::uint8_t { Never, Today, Days, Months, Years };

struct Freshness {
  AgoUnit unit = AgoUnit::Never;
  int count = 0;
  bool ring_first = true;
};

Freshness freshness_of(std::optional<Date> assured_date, Date today);

}  // namespace alongside::local_offer
