// Agreement: what the council has agreed to pay for one child, to whom, how much and how often. Made by
// the council's verb; read by both sides. A document of facet Money that the payee owns.
// BudgetPeriod: one stretch of days that one payment is for.
#pragma once

#include "app/base/cycle.hpp"
#include "app/base/ids.hpp"
#include "app/wire/messages/council.hpp"
#include "app/wire/schema.hpp"
#include "app/wire/types.hpp"

#include <cstdint>
#include <optional>

namespace alongside::direct_payments {

struct Agreement {
  static constexpr wire::SchemaId schema{200, 1};
  static constexpr std::uint16_t longest_period = 366;
  static constexpr std::uint16_t most_months = 12;

  PersonId payee;
  SubjectId child;
  std::uint16_t period_days = 28;
  Date first_day;  // of the period with index 0
  Money per_period;
  Date starts;
  std::optional<Date> ends;
  wire::Bilingual source;  // the letter that says so
  Date source_date;
  std::optional<Date> review;       // when the council looks at the plan with the family again
  std::uint16_t period_months = 0;  // above zero: a period is so many months, and not period_days
  std::optional<Date> grown_up;     // the child's 18th birthday, from which the law for adults holds
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(payee), CEREAL_NVP(child), CEREAL_NVP(period_days), CEREAL_NVP(first_day),
            CEREAL_NVP(per_period), CEREAL_NVP(starts), CEREAL_NVP(ends), CEREAL_NVP(source), CEREAL_NVP(source_date),
            wire::appended(CEREAL_NVP(review)), wire::appended(CEREAL_NVP(period_months)),
            wire::appended(CEREAL_NVP(grown_up)), tail);
  }
  Cycle cycle() const { return {first_day, period_days, period_months}; }
};

struct BudgetPeriod {
  std::int32_t index = 0;
  Date first;
  Date last;
  bool holds(Date day) const { return first <= day && day <= last; }
  bool operator==(const BudgetPeriod&) const = default;
};

// Days before first_day have negative indexes, so that every day belongs to exactly one period.
BudgetPeriod period_of(const Agreement& agreement, Date day);

// The first four bytes of an agreement's id, by which a payment names it. Unique among one child's
// agreements, since the verb that makes them refuses another.
using AgreementMark = std::uint32_t;
AgreementMark mark_of(DocumentId agreement);

}  // namespace alongside::direct_payments
