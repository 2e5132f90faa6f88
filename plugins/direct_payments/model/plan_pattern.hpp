// PlanPattern: what a line of the plan says beside its cost and its first day: how often it comes, when in the school
// year, until when, and for which outcome. In the line it is one text of letters, digits and days, so that the modules
// which only carry lines do not carry its reader as well. Used by whatever counts what is planned.
#pragma once

#include "plugins/direct_payments/model/plan_item.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::direct_payments {

enum class PlanEvery : std::uint8_t { Once, Week, FourWeeks, Month };
enum class PlanTime : std::uint8_t { Always, TermTime, Holidays };

// Both days are counted.
struct DaySpan {
  Date first;
  Date last;
  bool operator==(const DaySpan&) const = default;
};

struct PlanPattern {
  static constexpr std::size_t most_holidays = 60;
  static constexpr std::uint16_t most_outcome = 999;
  static constexpr std::size_t fewest_letters = 15;  // of its text

  PlanEvery every = PlanEvery::Once;
  PlanTime time = PlanTime::Always;
  std::uint16_t outcome = 0;      // of the child's plan (AgreedWords), by its number; 0: none
  std::optional<Date> until;      // the last day on which it may come
  std::vector<DaySpan> holidays;  // the school holidays it was counted with, in order; none where it comes always
  bool operator==(const PlanPattern&) const = default;
};

// "wt0022027-04-30" and twenty letters more for each of the holidays: how often (o, w, f, m), when (a, t, h), the
// outcome in three digits, and the last day, or ten dashes. Nothing for what comes once and is for nothing.
std::string text_of(const PlanPattern& pattern);
// What cannot be read is left out: check_plan_item() refuses such a text.
PlanPattern pattern_of(const PlanItem& item);

// Quicker than the whole pattern.
inline PlanEvery every_of(const PlanItem& item) {
  if (item.pattern.size() < PlanPattern::fewest_letters || item.pattern[0] == 'o') return PlanEvery::Once;
  return item.pattern[0] == 'w' ? PlanEvery::Week : item.pattern[0] == 'f' ? PlanEvery::FourWeeks : PlanEvery::Month;
}
// Whether it may come in these days at all, as far as its first day says.
inline bool may_touch(const PlanItem& item, Date first, Date last) {
  return item.day <= last && (every_of(item) != PlanEvery::Once || first <= item.day);
}

}  // namespace alongside::direct_payments
