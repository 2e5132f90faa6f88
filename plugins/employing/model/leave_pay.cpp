#include "plugins/employing/model/leave_pay.hpp"

#include "plugins/employing/model/rounding.hpp"

#include <algorithm>

namespace alongside::employing {

namespace {
constexpr std::int64_t hour = 60;
}

std::int64_t holiday_days(FigureReader& figures, int days_a_week) {
  const std::int64_t by_weeks = figures.read(FigureName::HolidayWeeks) * days_a_week;
  return std::min(by_weeks, figures.read(FigureName::HolidayMostDays) * 100);
}

std::int64_t holiday_earned(FigureReader& figures, std::int64_t minutes_worked) {
  return hour * round_half_up(minutes_worked * figures.read(FigureName::HolidayIrregularRate), whole_rate * hour);
}

std::int64_t rolled_up_holiday(FigureReader& figures, std::int64_t pay) {
  return round_half_up(pay * figures.read(FigureName::HolidayIrregularRate), whole_rate);
}

std::int64_t sick_pay_week(FigureReader& figures, std::int64_t average_week) {
  if (average_week < figures.read(FigureName::SickPayLeastEarnings)) return 0;
  const std::int64_t rate = figures.read(FigureName::SickPayWeek);
  const std::int64_t share = figures.read(FigureName::SickPayShare);
  return share >= whole_rate ? rate : std::min(rate, round_half_up(average_week * share, whole_rate));
}

std::int64_t sick_pay(std::int64_t week, int qualifying_days, int days) {
  if (qualifying_days <= 0) return 0;
  return round_up(week * std::min(days, qualifying_days), qualifying_days);
}

std::int64_t mileage(FigureReader& figures, std::int64_t before, std::int64_t miles) {
  const std::int64_t at_first = figures.read(FigureName::MileageCarMiles);
  const std::int64_t dear = std::clamp<std::int64_t>(at_first - before, 0, miles);
  return dear * figures.read(FigureName::MileageCar) + (miles - dear) * figures.read(FigureName::MileageCarAfter);
}

}  // namespace alongside::employing
