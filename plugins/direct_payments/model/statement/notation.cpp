#include "plugins/direct_payments/model/statement/notation.hpp"

#include "plugins/direct_payments/model/statement/statement_amount.hpp"
#include "plugins/direct_payments/model/statement/statement_day.hpp"

namespace alongside::direct_payments {

namespace {
constexpr int most_months = 12;
}

void NotationEvidence::look_at_day(std::string_view cell) {
  const auto [first, second] = leading_numbers(cell);
  if (first > most_months && second <= most_months) ++day_first_;
  if (second > most_months && first <= most_months) ++month_first_;
}

void NotationEvidence::look_at_amount(std::string_view cell) {
  const auto mark = decimal_mark_shown(cell);
  if (mark == DecimalMark::Point) ++point_;
  if (mark == DecimalMark::Comma) ++comma_;
}

DayOrder NotationEvidence::day_order() const {
  return month_first_ > 0 && day_first_ == 0 ? DayOrder::MonthFirst : DayOrder::DayFirst;
}

}  // namespace alongside::direct_payments
