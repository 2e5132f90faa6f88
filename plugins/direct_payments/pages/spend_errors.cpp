#include "plugins/direct_payments/pages/spend_errors.hpp"

#include "app/ui/ui.hpp"

namespace alongside::direct_payments {

using namespace ui::literals;

std::string what_error(const ui::Ui& ui, const SpendFaults& faults) {
  if (!faults.what) return {};
  return *faults.what == WhatFault::TooLong ? ui.tr("direct_payments.error.what_long"_t)
                                            : ui.tr("direct_payments.error.what"_t);
}

std::string amount_error(const ui::Ui& ui, const SpendFaults& faults) {
  if (!faults.amount) return {};
  switch (*faults.amount) {
    case AmountFault::DecimalComma: return ui.tr("direct_payments.error.amount_comma"_t);
    case AmountFault::BelowZero: return ui.tr("direct_payments.error.amount_minus"_t);
    case AmountFault::TooManyPence: return ui.tr("direct_payments.error.amount_pence"_t);
    case AmountFault::Zero: return ui.tr("direct_payments.error.amount_zero"_t);
    case AmountFault::TooLarge: return ui.tr("direct_payments.error.amount_large"_t);
    case AmountFault::Empty:
    case AmountFault::NotAnAmount: break;
  }
  return ui.tr("direct_payments.error.amount"_t);
}

std::string day_error(const ui::Ui& ui, const SpendFaults& faults) {
  if (const auto* fault = std::get_if<DayFault>(&faults.day))
    return *fault == DayFault::NoSuchDay ? ui.tr("direct_payments.error.no_such_day"_t)
                                         : ui.tr("direct_payments.error.day"_t);
  const auto* rule = std::get_if<DayRule>(&faults.day);
  if (rule == nullptr) return {};
  if (*rule == DayRule::Later) return ui.tr("direct_payments.error.day_later"_t);
  if (*rule == DayRule::Sent) return ui.tr("direct_payments.error.day_sent"_t);
  return *rule == DayRule::TooEarly ? ui.tr("direct_payments.error.day_early"_t)
                                    : ui.tr("direct_payments.error.day_late"_t);
}

std::vector<ui::FieldError> spend_errors(const ui::Ui& ui, const SpendFaults& faults) {
  std::vector<ui::FieldError> errors;
  if (faults.what) errors.push_back({"what", what_error(ui, faults)});
  if (faults.amount) errors.push_back({"amount", amount_error(ui, faults)});
  if (faults.day.index() != 0) errors.push_back({"day", day_error(ui, faults)});
  return errors;
}

}  // namespace alongside::direct_payments
