#include "plugins/direct_payments/model/plan_pattern.hpp"

namespace alongside::direct_payments {
namespace {

constexpr std::string_view every_letters = "owfm", time_letters = "ath", no_day = "----------";
constexpr std::size_t outcome_at = 2, until_at = 5, holidays_at = PlanPattern::fewest_letters, day_size = 10;

std::size_t place_of(std::string_view letters, char letter) {
  const std::size_t place = letters.find(letter);
  return place == std::string_view::npos ? 0 : place;
}

std::optional<Date> day_at(std::string_view text, std::size_t place) {
  const auto day = Date::parse(text.substr(place, day_size));
  return day.ok() ? std::optional<Date>(day.value()) : std::nullopt;
}

}  // namespace

std::string text_of(const PlanPattern& pattern) {
  if (pattern == PlanPattern()) return {};
  std::string text = {every_letters[static_cast<std::size_t>(pattern.every)],
                      time_letters[static_cast<std::size_t>(pattern.time)]};
  for (int part = 100; part > 0; part /= 10) text += static_cast<char>('0' + pattern.outcome / part % 10);
  text += pattern.until ? pattern.until->iso() : std::string(no_day);
  for (const DaySpan& span : pattern.holidays) text += span.first.iso() + span.last.iso();
  return text;
}

PlanPattern pattern_of(const PlanItem& item) {
  PlanPattern pattern;
  const std::string_view text = item.pattern;
  if (text.size() < holidays_at) return pattern;
  pattern.every = static_cast<PlanEvery>(place_of(every_letters, text[0]));
  pattern.time = static_cast<PlanTime>(place_of(time_letters, text[1]));
  for (std::size_t i = outcome_at; i < until_at; ++i)
    pattern.outcome = static_cast<std::uint16_t>(pattern.outcome * 10 + (text[i] - '0') % 10);
  pattern.until = day_at(text, until_at);
  for (std::size_t i = holidays_at; i + 2 * day_size <= text.size(); i += 2 * day_size) {
    const auto first = day_at(text, i), last = day_at(text, i + day_size);
    if (first && last) pattern.holidays.push_back({*first, *last});
  }
  return pattern;
}

}  // namespace alongside::direct_payments
