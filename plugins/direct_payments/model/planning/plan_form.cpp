#include "plugins/direct_payments/model/planning/plan_form.hpp"

#include "app/base/text.hpp"
#include "plugins/direct_payments/model/ledger_rules.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace alongside::direct_payments {
namespace {

constexpr std::array<std::string_view, 4> every_names = {"once", "week", "four_weeks", "month"};
constexpr std::array<std::string_view, 3> time_names = {"always", "term", "holidays"};

template <class Value, std::size_t count>
Value value_named(const std::array<std::string_view, count>& names, std::string_view name) {
  for (std::size_t i = 0; i < count; ++i) {
    if (names[i] == name) return static_cast<Value>(i);
  }
  return Value{};
}

Account category_named(std::string_view name) {
  for (std::size_t i = 0; i < account_count; ++i) {
    const auto account = static_cast<Account>(i);
    if (name_of(account) == name && kind_of(account) == AccountKind::Expense) return account;
  }
  return Account::OtherSpending;
}

std::vector<DaySpan> spans_of(std::span<const wire::SchoolHoliday> holidays) {
  std::vector<DaySpan> spans;
  for (const wire::SchoolHoliday& holiday : holidays) {
    const bool is_in_order = spans.empty() || spans.back().last < holiday.first;
    if (is_in_order && spans.size() < PlanPattern::most_holidays) spans.push_back({holiday.first, holiday.last});
  }
  return spans;
}

std::optional<Date> read_plan_day(const std::string& typed) {
  const auto read = read_day(typed);
  const auto* day = std::get_if<Date>(&read);
  return day == nullptr ? std::nullopt : std::optional<Date>(*day);
}

void read_days(const PlanForm& form, const Agreement& agreement, PlanItem& item, PlanPattern& pattern,
               PlanFaults& faults) {
  const auto day = read_plan_day(form.day);
  if (!day)
    faults.day = PlanDayFault::NotADay;
  else if (*day < period_of(agreement, agreement.starts).first)
    faults.day = PlanDayFault::BeforeAgreement;
  else if (agreement.ends && *day > *agreement.ends)
    faults.day = PlanDayFault::AfterAgreement;
  if (faults.day) return;
  item.day = *day;
  if (pattern.every == PlanEvery::Once || trim(form.until).empty()) return;
  const auto until = read_plan_day(form.until);
  if (!until)
    faults.until = PlanDayFault::NotADay;
  else if (*until < *day)
    faults.until = PlanDayFault::BeforeFirst;
  pattern.until = until;
}

PlanPattern read_pattern(const PlanForm& form, std::span<const wire::SchoolHoliday> holidays) {
  PlanPattern pattern;
  pattern.every = value_named<PlanEvery>(every_names, form.every);
  if (pattern.every != PlanEvery::Once) pattern.time = value_named<PlanTime>(time_names, form.time);
  if (pattern.time != PlanTime::Always) pattern.holidays = spans_of(holidays);
  pattern.outcome = static_cast<std::uint16_t>(read_count(form.outcome, PlanPattern::most_outcome));
  return pattern;
}

}  // namespace

PlanForm form_of(const PlanItem& item) {
  PlanForm form;
  form.name = item.name;
  form.category = name_of(item.category);
  form.cost = item.unit_cost.text();
  form.units = std::to_string(item.units);
  form.day = typed_day(item.day);
  const PlanPattern pattern = pattern_of(item);
  form.every = every_names[static_cast<std::size_t>(pattern.every)];
  form.time = time_names[static_cast<std::size_t>(pattern.time)];
  if (pattern.until) form.until = typed_day(*pattern.until);
  if (pattern.outcome > 0) form.outcome = std::to_string(pattern.outcome);
  return form;
}

PlanForm new_form(Date today) {
  PlanForm form;
  form.day = typed_day(today);
  return form;
}

std::variant<PlanItem, PlanFaults> check(const PlanForm& form, DocumentId id, const Agreement& agreement,
                                         std::span<const wire::SchoolHoliday> holidays, const PlanItem* before) {
  PlanItem item;
  PlanFaults faults;
  if (before != nullptr) item = *before;
  item.agreement = id;
  item.planned_for = PlannedFor::Day;
  item.name = trim(form.name);
  item.category = category_named(form.category);
  const auto cost = read_amount(form.cost, Money::of_known(Transaction::most_pence));
  if (const auto* money = std::get_if<Money>(&cost)) item.unit_cost = *money;
  item.units = read_count(form.units, PlanItem::most_units);
  faults.is_name_wrong = !is_fit_text(form.name);
  faults.is_cost_wrong = !std::holds_alternative<Money>(cost);
  faults.are_units_wrong = item.units == 0;
  faults.is_too_much = !faults.is_cost_wrong && item.pence_each_time() > Transaction::most_pence;
  PlanPattern pattern = read_pattern(form, holidays);
  read_days(form, agreement, item, pattern, faults);
  if (!faults.none()) return faults;
  item.pattern = text_of(pattern);
  return item;
}

}  // namespace alongside::direct_payments
