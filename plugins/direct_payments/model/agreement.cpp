#include "plugins/direct_payments/model/agreement.hpp"

#include <algorithm>

namespace alongside::direct_payments {

namespace {

// Whoever does not say otherwise has a bank account.
AgreementTerms first_terms(const Agreement& agreement) {
  return {agreement.first_day, agreement.period_days, agreement.period_months, agreement.per_period, Account::Bank};
}

// Those of the later terms that hold on a day; null: the first do.
const AgreementTerms* later_on(const Agreement& agreement, Date day) {
  const AgreementTerms* found = nullptr;
  for (const AgreementTerms& terms : agreement.later) {
    if (terms.from <= day) found = &terms;
  }
  return found;
}

}  // namespace

std::vector<AgreementTerms> terms_of(const Agreement& agreement) {
  std::vector<AgreementTerms> all = agreement.later;
  all.insert(all.begin(), first_terms(agreement));
  return all;
}

AgreementTerms terms_on(const Agreement& agreement, Date day) {
  const AgreementTerms* later = later_on(agreement, day);
  return later == nullptr ? first_terms(agreement) : *later;
}

Account account_on(const Agreement& agreement, Date day) {
  const AgreementTerms* later = later_on(agreement, day);
  return later == nullptr ? Account::Bank : later->account;
}

BudgetPeriod period_of(const Agreement& agreement, Date day) {
  Cycle cycle{agreement.first_day, agreement.period_days, agreement.period_months};
  Date end = last_date;
  for (const AgreementTerms& terms : agreement.later) {
    if (terms.from <= day)
      cycle = terms.cycle();
    else
      end = std::min(end, Date(terms.from.days() - 1));
  }
  const std::int32_t index = cycle_number(cycle, day);
  return {index, cycle_day(cycle, index), std::min(end, Date(cycle_day(cycle, index + 1).days() - 1))};
}

AgreementMark mark_of(DocumentId agreement) {
  AgreementMark mark = 0;
  for (std::size_t i = 0; i < 4; ++i) mark = mark << 8 | agreement.bytes()[i];
  return mark;
}

}  // namespace alongside::direct_payments
