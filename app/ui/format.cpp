#include "app/ui/format.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace alongside::ui {
namespace {

using Names7 = std::array<std::string_view, 7>;
using Names12 = std::array<std::string_view, 12>;

constexpr Names7 english_days = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
constexpr Names7 welsh_days = {"Dydd Llun",   "Dydd Mawrth", "Dydd Mercher", "Dydd Iau",
                               "Dydd Gwener", "Dydd Sadwrn", "Dydd Sul"};
constexpr Names12 english_months = {"January", "February", "March",     "April",   "May",      "June",
                                    "July",    "August",   "September", "October", "November", "December"};
constexpr Names12 welsh_months = {"Ionawr",     "Chwefror", "Mawrth", "Ebrill", "Mai",      "Mehefin",
                                  "Gorffennaf", "Awst",     "Medi",   "Hydref", "Tachwedd", "Rhagfyr"};

}  // namespace

std::string_view weekday_name(Language language, Weekday day) {
  return (language == Language::Welsh ? welsh_days : english_days)[static_cast<std::size_t>(day)];
}

std::string_view month_name(Language language, int month) {
  const auto index = static_cast<std::size_t>(std::clamp(month, 1, 12) - 1);
  return (language == Language::Welsh ? welsh_months : english_months)[index];
}

std::string format_short_date(Language language, Date date) {
  return fmt::format("{} {} {}", date.day(), month_name(language, date.month()), date.year());
}

std::string format_date(Language language, Date date) {
  return fmt::format("{} {}", weekday_name(language, date.weekday()), format_short_date(language, date));
}

std::string format_day(Language language, Date date) {
  return fmt::format("{} {} {}", weekday_name(language, date.weekday()), date.day(),
                     month_name(language, date.month()));
}

std::string format_time(Language language, int minutes) {
  const bool welsh = language == Language::Welsh;
  const int of_day = ((minutes % 1440) + 1440) % 1440;
  if (of_day == 0) return welsh ? "canol nos" : "midnight";
  if (of_day == 720) return welsh ? "canol dydd" : "midday";
  const int hour = of_day / 60 % 12 == 0 ? 12 : of_day / 60 % 12;
  const std::string_view half = of_day < 720 ? (welsh ? "yb" : "am") : (welsh ? "yp" : "pm");
  if (of_day % 60 == 0) return fmt::format("{}{}", hour, half);
  return fmt::format("{}:{:02}{}", hour, of_day % 60, half);
}

std::string format_money(Money money) {
  std::string text = money.text();
  if (money.pence() % 100 == 0) text.resize(text.size() - 3);
  return text;
}

std::string format_miles(Language language, double miles) {
  const bool welsh = language == Language::Welsh;
  const double rounded = miles >= 9.95 ? std::round(miles) : std::max(0.1, std::round(miles * 10) / 10);
  const bool whole = rounded == std::floor(rounded);
  const std::string number = whole ? fmt::format("{}", static_cast<int>(rounded)) : fmt::format("{:.1f}", rounded);
  if (welsh) return fmt::format("{} {}", number, whole && rounded <= 2 ? "filltir" : "milltir");
  return fmt::format("{} {}", number, whole && rounded == 1 ? "mile" : "miles");
}

}  // namespace alongside::ui
