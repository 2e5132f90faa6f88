#include "app/base/birthday.hpp"

#include "app/base/cycle.hpp"

namespace alongside {

Date birthday(Date born, std::int32_t years) {
  constexpr std::uint16_t year = 12;
  const Date day = cycle_day({born, 0, year}, years);
  return day.day() == born.day() ? day : Date(day.days() + 1);
}

}  // namespace alongside
