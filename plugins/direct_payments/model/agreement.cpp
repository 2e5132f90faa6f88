#include "plugins/direct_payments/model/agreement.hpp"

namespace alongside::direct_payments {

BudgetPeriod period_of(const Agreement& agreement, Date day) {
  const std::int32_t length = agreement.period_days == 0 ? 1 : agreement.period_days;
  const std::int32_t since = days_between(agreement.first_day, day);
  const std::int32_t index = since >= 0 ? since / length : -((-since + length - 1) / length);
  const Date first(agreement.first_day.days() + index * length);
  return {index, first, Date(first.days() + length - 1)};
}

AgreementMark mark_of(DocumentId agreement) {
  AgreementMark mark = 0;
  for (std::size_t i = 0; i < 4; ++i) mark = mark << 8 | agreement.bytes()[i];
  return mark;
}

}  // namespace alongside::direct_payments
