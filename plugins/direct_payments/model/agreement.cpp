#include "plugins/direct_payments/model/agreement.hpp"

namespace alongside::direct_payments {

BudgetPeriod period_of(const Agreement& agreement, Date day) {
  const Cycle cycle = agreement.cycle();
  const std::int32_t index = cycle_number(cycle, day);
  return {index, cycle_day(cycle, index), Date(cycle_day(cycle, index + 1).days() - 1)};
}

AgreementMark mark_of(DocumentId agreement) {
  AgreementMark mark = 0;
  for (std::size_t i = 0; i < 4; ++i) mark = mark << 8 | agreement.bytes()[i];
  return mark;
}

}  // namespace alongside::direct_payments
