#include "plugins/local_offer/model/freshness.hpp"

namespace alongside::local_offer {

Freshness freshness_of(std::optional<Date> assured_date, Date today) {
  constexpr int half_a_year = 183;
  if (!assured_date) return {AgoUnit::Never, 0, true};
  const int days = days_between(*assured_date, today);
  if (days <= 0) return {AgoUnit::Today, 0, false};
  if (days < 61) return {AgoUnit::Days, days, false};
  if (days < 731) return {AgoUnit::Months, days * 12 / 365, days >= half_a_year};
  return {AgoUnit::Years, days / 365, true};
}

}  // namespace alongside::local_offer
