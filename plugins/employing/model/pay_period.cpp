#include "plugins/employing/model/pay_period.hpp"

namespace alongside::employing {
namespace {

constexpr int paydays_by_month = 12;

Date civil(int year, int month, int day) { return Date::from_civil(year, month, day).value(); }

std::int32_t floor_of(std::int32_t number, std::int32_t step) {
  const std::int32_t rest = number % step;
  return number - (rest < 0 ? rest + step : rest);
}

std::int32_t length_of(PayPeriod period) { return period == PayPeriod::Week ? 7 : 28; }

}  // namespace

PayPeriod pay_period_named(std::string_view name) {
  for (const PayPeriod period : {PayPeriod::Week, PayPeriod::Month}) {
    if (name_of(period) == name) return period;
  }
  return PayPeriod::FourWeeks;
}

PayDays pay_days(PayPeriod period, Date starts, Date day) {
  if (period == PayPeriod::Month) {
    const Date first = civil(day.year(), day.month(), 1);
    const bool is_december = day.month() == 12;
    const Date next = is_december ? civil(day.year() + 1, 1, 1) : civil(day.year(), day.month() + 1, 1);
    return {first, Date(next.days() - 1)};
  }
  const std::int32_t length = length_of(period);
  const Date first(starts.days() + floor_of(days_between(starts, day), length));
  return {first, Date(first.days() + length - 1)};
}

Date tax_year_start(Date day) {
  const Date this_year = civil(day.year(), 4, 6);
  return day < this_year ? civil(day.year() - 1, 4, 6) : this_year;
}

int paydays_in_tax_year(PayPeriod period, Date payday) {
  if (period == PayPeriod::Month) return paydays_by_month;
  const std::int32_t length = length_of(period);
  const Date start = tax_year_start(payday);
  const Date end(civil(start.year() + 1, 4, 6).days() - 1);
  const std::int32_t first = payday.days() - floor_of(days_between(start, payday), length);
  return 1 + (end.days() - first) / length;
}

int age_on(Date birth, Date day) {
  const bool had_birthday = day.month() != birth.month() ? day.month() > birth.month() : day.day() >= birth.day();
  return day.year() - birth.year() - (had_birthday ? 0 : 1);
}

}  // namespace alongside::employing
