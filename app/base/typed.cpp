#include "app/base/typed.hpp"

#include "app/base/text.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace alongside {
namespace {

constexpr std::string_view pound = "£";

bool is_minus(std::string_view text) { return text.starts_with('-') || text.starts_with("−") || text.starts_with('('); }

// "1,234" without its commas; false when a comma stands where no thousand ends.
bool without_commas(std::string_view typed, std::string& digits) {
  const std::size_t end = std::min(typed.find('.'), typed.size());
  for (std::size_t i = 0; i < typed.size(); ++i) {
    if (typed[i] != ',') {
      digits += typed[i];
      continue;
    }
    if (i == 0 || i > end || (end - i) % 4 != 0) return false;
    if (i > 3 && typed.substr(0, i).find(',') == std::string_view::npos) return false;
  }
  return true;
}

AmountFault fault_in(std::string_view digits) {
  std::size_t points = 0;
  for (const char c : digits) {
    if (c == '.') ++points;
    if (c != '.' && !is_digit(c)) return AmountFault::NotAnAmount;
  }
  const std::size_t point = digits.find('.');
  if (points > 1 || point == 0 || point + 1 == digits.size()) return AmountFault::NotAnAmount;
  if (points == 1 && digits.size() - point > 3) return AmountFault::TooManyPence;
  return AmountFault::TooLarge;
}

// Up to three runs of digits between spaces, slashes, points and dashes.
struct Runs {
  std::array<std::string_view, 3> run;
  std::size_t count = 0;
  bool is_good = true;
};
Runs runs_of(std::string_view text) {
  Runs runs;
  std::size_t at = 0;
  while (at < text.size()) {
    if (!is_digit(text[at])) {
      runs.is_good &= std::string_view(" /.-").find(text[at]) != std::string_view::npos && runs.count > 0;
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    if (runs.count == 3 || end - at > 4) runs.is_good = false;
    if (!runs.is_good) return runs;
    runs.run[runs.count++] = text.substr(at, end - at);
    at = end;
  }
  runs.is_good &= runs.count == 3 && is_digit(text.back());
  return runs;
}

int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

}  // namespace

std::variant<Money, AmountFault> read_amount(std::string_view typed, Money most) {
  std::string_view text = trim(typed);
  if (is_minus(text)) return AmountFault::BelowZero;
  if (text.starts_with(pound)) text = trim(text.substr(pound.size()));
  if (text.empty()) return AmountFault::Empty;
  if (is_minus(text)) return AmountFault::BelowZero;
  std::string digits;
  if (!without_commas(text, digits)) {
    // "12,50" may be twelve pounds fifty, as written on the continent, or a slip.
    const bool only_comma = text.find('.') == std::string_view::npos;
    return only_comma ? AmountFault::DecimalComma : AmountFault::NotAnAmount;
  }
  const Result<Money> money = Money::parse(digits);
  if (!money.ok()) return fault_in(digits);
  if (money.value().pence() == 0) return AmountFault::Zero;
  if (money.value() > most) return AmountFault::TooLarge;
  return money.value();
}

std::variant<Date, DayFault> read_day(std::string_view typed) {
  const std::string_view text = trim(typed);
  if (text.empty()) return DayFault::Empty;
  const Runs runs = runs_of(text);
  if (!runs.is_good) return DayFault::NotADay;
  const bool year_first = runs.run[0].size() == 4;
  const std::string_view year_text = runs.run[year_first ? 0 : 2];
  const std::string_view day_text = runs.run[year_first ? 2 : 0];
  if (day_text.size() > 2 || runs.run[1].size() > 2 || (year_text.size() != 4 && year_text.size() != 2))
    return DayFault::NotADay;
  const int year = number(year_text) + (year_text.size() == 2 ? 2000 : 0);
  const Result<Date> day = Date::from_civil(year, number(runs.run[1]), number(day_text));
  if (!day.ok()) return DayFault::NoSuchDay;
  return day.value();
}

std::string typed_day(Date day) {
  return std::to_string(day.day()) + " " + std::to_string(day.month()) + " " + std::to_string(day.year());
}

std::uint32_t read_count(std::string_view typed, std::uint32_t most) {
  const std::string_view text = trim(typed);
  if (text.empty() || text.size() > 4) return 0;
  for (const char c : text) {
    if (!is_digit(c)) return 0;
  }
  const auto count = static_cast<std::uint32_t>(number(text));
  return count > most ? 0 : count;
}

}  // namespace alongside
