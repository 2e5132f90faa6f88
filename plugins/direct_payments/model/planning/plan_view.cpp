#include "plugins/direct_payments/model/planning/plan_view.hpp"

#include "plugins/direct_payments/model/plan_days.hpp"

#include <algorithm>
#include <utility>

namespace alongside::direct_payments {
namespace {

constexpr std::int32_t half_a_year = 182;

std::int64_t spent_on(const Book& book, DocumentId item, Date first, Date last) {
  std::int64_t pence = 0;
  for (const BookEntry& entry : book.entries) {
    const Transaction& one = entry.transaction;
    if (one.plan_item == item && first <= one.day && one.day <= last) pence += spent_by(one);
  }
  return pence;
}

// Of what comes once and may be any day of its period, that period counts whole.
bool is_over(const PlanItem& item, const BudgetPeriod& period) {
  if (every_of(item) == PlanEvery::Once) return item.day < period.first;
  const auto until = pattern_of(item).until;
  return until && *until < period.first;
}

}  // namespace

Date plan_until(const Agreement& agreement, Date today) {
  Date until(today.days() + half_a_year);
  if (agreement.review && *agreement.review > today) until = *agreement.review;
  return agreement.ends ? std::min(until, *agreement.ends) : until;
}

PlanView plan_view(const Book& book, const BookAgreement& of, Date today) {
  PlanView view;
  view.period = period_of(of.agreement, today);
  view.until = plan_until(of.agreement, today);
  const std::vector<Transaction> ledger = book.ledger();
  const std::vector<SentPeriod> sent = book.sent(of.id);
  const Date last = of.agreement.ends ? std::min(*of.agreement.ends, view.period.last) : view.period.last;
  for (const BookPlan& plan : book.plan) {
    if (plan.item.agreement != of.id || is_over(plan.item, view.period)) continue;
    PlanViewLine line{&plan};
    line.planned = planned_pence(plan.item, view.period.first, last);
    line.spent = spent_on(book, plan.id, view.period.first, last);
    line.still = still_planned({plan.id, plan.item}, ledger, view.period.first, last);
    line.ahead = line.still + planned_pence(plan.item, Date(view.period.last.days() + 1), view.until);
    line.in_sent = std::any_of(sent.begin(), sent.end(), [&](const SentPeriod& period) {
      return planned_pence(plan.item, period.first, period.last) > 0;
    });
    view.planned += line.planned;
    view.spent += line.spent;
    view.still += line.still;
    view.ahead += line.ahead;
    view.lines.push_back(line);
  }
  std::stable_sort(view.lines.begin(), view.lines.end(),
                   [](const PlanViewLine& a, const PlanViewLine& b) { return a.plan->item.name < b.plan->item.name; });
  return view;
}

}  // namespace alongside::direct_payments
