// Agreement: what the council has agreed to pay for one child, to whom, how much and how often, and from which day on
// that changes. Made and changed by the council's verbs; read by both sides. A document of facet Money that the payee
// owns. BudgetPeriod: one stretch of days that one payment is for.
#pragma once

#include "app/base/cycle.hpp"
#include "app/base/ids.hpp"
#include "app/wire/messages/council.hpp"
#include "app/wire/schema.hpp"
#include "app/wire/types.hpp"
#include "plugins/direct_payments/model/account.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace alongside::direct_payments {

// What holds from a day on: how much, how often, and where the money is kept.
struct AgreementTerms {
  using NeverGrows = void;  // and plain numbers alone: every module of money reads them
  Date from;                // the first day of a period; periods are counted from it
  std::uint16_t period_days = 28;
  std::uint16_t period_months = 0;  // above zero: a period is so many months, and not period_days
  Money per_period;
  Account account = Account::Bank;  // into which the council pays, and out of which is paid
  bool operator==(const AgreementTerms&) const = default;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(from), CEREAL_NVP(period_days), CEREAL_NVP(period_months), CEREAL_NVP(per_period),
            CEREAL_NVP(account));
  }
  Cycle cycle() const { return {from, period_days, period_months}; }
};

struct Agreement {
  static constexpr wire::SchemaId schema{200, 1};
  static constexpr std::uint16_t longest_period = 366;
  static constexpr std::uint16_t most_months = 12;
  static constexpr std::size_t most_changes = 200;  // of its terms

  PersonId payee;
  SubjectId child;
  std::uint16_t period_days = 28;
  Date first_day;  // of the period with index 0
  Money per_period;
  Date starts;
  std::optional<Date> ends;
  wire::Bilingual source;  // the letter that says so
  Date source_date;
  std::optional<Date> review;         // when the council looks at the plan with the family again
  std::uint16_t period_months = 0;    // above zero: a period is so many months, and not period_days
  std::optional<Date> grown_up;       // the child's 18th birthday, from which the law for adults holds
  std::vector<AgreementTerms> later;  // the terms that follow the first, in order of day
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(payee), CEREAL_NVP(child), CEREAL_NVP(period_days), CEREAL_NVP(first_day),
            CEREAL_NVP(per_period), CEREAL_NVP(starts), CEREAL_NVP(ends), CEREAL_NVP(source), CEREAL_NVP(source_date),
            wire::appended(CEREAL_NVP(review)), wire::appended(CEREAL_NVP(period_months)),
            wire::appended(CEREAL_NVP(grown_up)), wire::appended(CEREAL_NVP(later)), tail);
  }
};

// All of them, in order; the first are what was agreed at the beginning.
std::vector<AgreementTerms> terms_of(const Agreement& agreement);
// Those that hold on a day; before the beginning, the first.
AgreementTerms terms_on(const Agreement& agreement, Date day);
[[gnu::noinline]] Account account_on(const Agreement& agreement, Date day);

struct BudgetPeriod {
  std::int32_t index = 0;  // among those of the same terms
  Date first;
  Date last;
  bool holds(Date day) const { return first <= day && day <= last; }
  bool operator==(const BudgetPeriod&) const = default;
};

// Days before first_day have negative indexes, so that every day belongs to exactly one period. None reaches into later
// terms.
// Never made a part of its callers: a module has few bytes.
[[gnu::noinline]] BudgetPeriod period_of(const Agreement& agreement, Date day);

// The first four bytes of an agreement's id, by which a payment names it. Unique among one child's
// agreements, since the verb that makes them refuses another.
using AgreementMark = std::uint32_t;
AgreementMark mark_of(DocumentId agreement);

}  // namespace alongside::direct_payments
