// The small sentences of the screen of the whole plan: how often a line comes and when, and what is wrong with a field.
#pragma once

#include "plugins/direct_payments/model/planning/plan_form.hpp"

#include <string>
#include <vector>

namespace alongside::ui {
class Ui;
struct FieldError;
}  // namespace alongside::ui

namespace alongside::direct_payments {

// "£8.00 every week in term time, from 7 November 2026 until 30 April 2027".
std::string pattern_text(const ui::Ui& ui, const PlanItem& item);
std::string plan_day_text(const ui::Ui& ui, PlanDayFault fault);
std::vector<ui::FieldError> plan_errors(const ui::Ui& ui, const PlanFaults& faults);

}  // namespace alongside::direct_payments
