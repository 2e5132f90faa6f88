// PlanView: the whole plan of one agreement as its screen shows it: each line with what is committed and spent in the
// present period and until the council looks again, and the sums. Pure; worked out anew from the book each time.
#pragma once

#include "plugins/direct_payments/model/book.hpp"

#include <cstdint>
#include <vector>

namespace alongside::direct_payments {

struct PlanViewLine {
  const BookPlan* plan = nullptr;
  std::int64_t planned = 0;  // all in pence; in the present period
  std::int64_t spent = 0;
  std::int64_t still = 0;
  std::int64_t ahead = 0;  // from today until `PlanView::until`
  bool in_sent = false;    // what it costs in a sent period stays: it is ended, not taken out
};

struct PlanView {
  BudgetPeriod period;
  Date until;
  std::vector<PlanViewLine> lines;  // those that are not over, in order of name
  std::int64_t planned = 0, spent = 0, still = 0, ahead = 0;
};

PlanView plan_view(const Book& book, const BookAgreement& of, Date today);

// Until when a plan is looked at: the review, the end, or half a year.
Date plan_until(const Agreement& agreement, Date today);

}  // namespace alongside::direct_payments
