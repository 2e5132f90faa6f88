#include "plugins/employing/model/typed.hpp"

#include "app/base/text.hpp"

#include <array>
#include <vector>

namespace alongside::employing {
namespace {

constexpr std::int64_t most_typed = 1'000'000;

// Runs of digits, and nothing between them but what `between` allows.
std::optional<std::vector<std::string_view>> numbers_in(std::string_view typed, std::string_view between) {
  std::vector<std::string_view> numbers;
  std::size_t at = 0;
  while (at < typed.size()) {
    if (!is_digit(typed[at])) {
      if (between.find(typed[at]) == std::string_view::npos) return std::nullopt;
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < typed.size() && is_digit(typed[end])) ++end;
    numbers.push_back(typed.substr(at, end - at));
    at = end;
  }
  return numbers;
}

std::optional<std::int64_t> number(std::string_view digits, std::int64_t most) {
  std::int64_t value = 0;
  for (const char c : digits) {
    if (!is_digit(c)) return std::nullopt;
    value = value * 10 + (c - '0');
    if (value > most) return std::nullopt;
  }
  return value;
}

// "3.5" hours; whole minutes only.
std::optional<std::int64_t> hours_with_point(std::string_view typed) {
  const auto hundredths = Money::parse(typed);
  if (!hundredths.ok() || hundredths->pence() > most_typed) return std::nullopt;
  const std::int64_t minutes = hundredths->pence() * 60;
  return minutes % 100 == 0 ? std::optional(minutes / 100) : std::nullopt;
}

}  // namespace

std::optional<Money> read_pounds(std::string_view typed) {
  std::string_view text = trim(typed);
  constexpr std::string_view pound = "£";
  if (text.starts_with(pound)) text = trim(text.substr(pound.size()));
  const auto money = Money::parse(text);
  return money.ok() ? std::optional(money.value()) : std::nullopt;
}

std::optional<Date> read_day(std::string_view typed) {
  const auto numbers = numbers_in(trim(typed), " /.-");
  if (!numbers || numbers->size() != 3) return std::nullopt;
  const bool is_iso = (*numbers)[0].size() == 4;
  const auto year = number((*numbers)[is_iso ? 0 : 2], 9999);
  const auto month = number((*numbers)[1], 12);
  const auto day = number((*numbers)[is_iso ? 2 : 0], 31);
  if (!year || !month || !day || (*numbers)[is_iso ? 0 : 2].size() != 4) return std::nullopt;
  const auto date = Date::from_civil(static_cast<int>(*year), static_cast<int>(*month), static_cast<int>(*day));
  return date.ok() ? std::optional(date.value()) : std::nullopt;
}

std::optional<std::int64_t> read_time(std::string_view typed) {
  const std::string_view text = trim(typed);
  if (text.find('.') != std::string_view::npos) return hours_with_point(text);
  const auto numbers = numbers_in(text, " :hHmMoursin");
  if (!numbers || numbers->empty() || numbers->size() > 2) return std::nullopt;
  const auto first = number(numbers->front(), most_typed);
  if (!first) return std::nullopt;
  const bool only_minutes = numbers->size() == 1 && text.find_first_of("mM") != std::string_view::npos;
  if (only_minutes) return first;
  if (numbers->size() == 1) return *first * 60;
  const auto rest = number(numbers->back(), 59);
  return rest ? std::optional(*first * 60 + *rest) : std::nullopt;
}

std::optional<std::int64_t> read_whole(std::string_view typed, std::int64_t most) { return number(trim(typed), most); }

std::string typed_day(Date day) {
  const auto two = [](int value) { return (value < 10 ? "0" : "") + std::to_string(value); };
  return two(day.day()) + " " + two(day.month()) + " " + std::to_string(day.year());
}

}  // namespace alongside::employing
