#include "plugins/direct_payments/pages/planning/plan_words.hpp"

#include "app/ui/format.hpp"
#include "app/ui/ui.hpp"
#include "plugins/direct_payments/pages/money_words.hpp"

namespace alongside::direct_payments {

using namespace ui::literals;

namespace {

std::string often_text(const ui::Ui& ui, PlanEvery every) {
  switch (every) {
    case PlanEvery::FourWeeks: return ui.tr("planning.every.four_weeks"_t);
    case PlanEvery::Month: return ui.tr("planning.every.month"_t);
    case PlanEvery::Week:
    case PlanEvery::Once: break;
  }
  return ui.tr("planning.every.week"_t);
}

std::string cost_text(const ui::Ui& ui, const PlanItem& item) {
  if (item.units == 1) return item.unit_cost.text();
  return ui.tr("planning.times"_t, {{"times", std::to_string(item.units)}, {"each", item.unit_cost.text()}});
}

}  // namespace

std::string pattern_text(const ui::Ui& ui, const PlanItem& item) {
  const std::string day = ui::format_short_date(ui.language(), item.day);
  const std::string cost = cost_text(ui, item);
  if (every_of(item) == PlanEvery::Once)
    return ui.tr(item.planned_for == PlannedFor::Day ? "planning.once_on"_t : "planning.once_in"_t,
                 {{"money", cost}, {"day", day}});
  const PlanPattern pattern = pattern_of(item);
  std::string text =
      ui.tr("planning.again"_t, {{"money", cost}, {"often", often_text(ui, every_of(item))}, {"day", day}});
  if (pattern.until)
    text += " " + ui.tr("planning.again.until"_t, {{"day", ui::format_short_date(ui.language(), *pattern.until)}});
  if (pattern.time == PlanTime::TermTime) text += ", " + ui.tr("planning.again.term"_t);
  if (pattern.time == PlanTime::Holidays) text += ", " + ui.tr("planning.again.holidays"_t);
  return text;
}

std::string plan_day_text(const ui::Ui& ui, PlanDayFault fault) {
  switch (fault) {
    case PlanDayFault::BeforeAgreement: return ui.tr("planning.error.early"_t);
    case PlanDayFault::AfterAgreement: return ui.tr("planning.error.late"_t);
    case PlanDayFault::BeforeFirst: return ui.tr("planning.error.turned"_t);
    case PlanDayFault::NotADay: break;
  }
  return ui.tr("planning.error.day"_t);
}

std::vector<ui::FieldError> plan_errors(const ui::Ui& ui, const PlanFaults& faults) {
  std::vector<ui::FieldError> errors;
  if (faults.is_name_wrong) errors.push_back({"name", ui.tr("planning.error.name"_t)});
  if (faults.is_cost_wrong) errors.push_back({"cost", ui.tr("planning.error.cost"_t)});
  if (faults.is_too_much) errors.push_back({"cost", ui.tr("planning.error.too_much"_t)});
  if (faults.are_units_wrong) errors.push_back({"units", ui.tr("planning.error.units"_t)});
  if (faults.day) errors.push_back({"day", plan_day_text(ui, *faults.day)});
  if (faults.until) errors.push_back({"until", plan_day_text(ui, *faults.until)});
  return errors;
}

}  // namespace alongside::direct_payments
