#include "plugins/direct_payments/model/outlook.hpp"

#include "plugins/direct_payments/model/plan_days.hpp"

#include <algorithm>
#include <utility>

namespace alongside::direct_payments {
namespace {

constexpr std::int32_t week = 7;

Date after(Date day, std::int32_t days) { return Date(day.days() + days); }

// What of a period's payment so many days are worth. A month is the twelfth of a year, so that all weeks count the
// same.
std::int64_t paid_for(const AgreementTerms& terms, std::int64_t days) {
  constexpr std::int64_t year = 365;
  constexpr std::int64_t months = 12;
  const std::int64_t pence = terms.per_period.pence() * days;
  if (terms.period_months > 0) return pence * months / (terms.period_months * year);
  return pence / std::max<std::int64_t>(1, terms.period_days);
}

bool is_spending(Account account) { return kind_of(account) == AccountKind::Expense; }

class Reader {
 public:
  Reader(const Book& book, const BookAgreement& of, Date today)
      : book_(book), of_(of), agreement_(of.agreement), today_(today), ledger_(book.ledger()) {}

  void read(Outlook& outlook) {
    read_end(outlook);
    read_now(outlook);
    outlook.weekly_income = paid_for(terms_on(agreement_, today_), week);
    expect_council(outlook);
    expect_plan(outlook);
    expect_usual(outlook);
  }

 private:
  void read_end(Outlook& outlook) const {
    outlook.last = after(today_, Outlook::days_ahead);
    if (agreement_.review && *agreement_.review > today_) {
      outlook.last = *agreement_.review;
      outlook.end = OutlookEnd::Review;
    }
    if (agreement_.ends && (outlook.end != OutlookEnd::Review || *agreement_.ends < outlook.last)) {
      outlook.last = std::max(*agreement_.ends, today_);
      outlook.end = OutlookEnd::End;
    }
    const bool comes_first =
        agreement_.grown_up && *agreement_.grown_up > today_ && *agreement_.grown_up <= outlook.last;
    if (!comes_first) return;
    outlook.last = after(*agreement_.grown_up, -1);
    outlook.end = OutlookEnd::GrownUp;
  }

  // The pace leaves out the wages and bills of one day alone: it needs two weeks to be one.
  void read_now(Outlook& outlook) const {
    const Date from = std::max(agreement_.starts, after(today_, -Outlook::days_looked_back));
    std::int64_t spent = 0;
    for (const Transaction& transaction : ledger_) {
      if (transaction.agreement != of_.id) continue;
      for (const Posting& posting : transaction.postings) {
        if (kind_of(posting.account) == AccountKind::Asset) outlook.now += posting.amount.pence();
        const bool counts = is_spending(posting.account) && posting.account != Account::RepaidToCouncil;
        if (counts && from <= transaction.day && transaction.day < today_) spent += posting.amount.pence();
      }
    }
    const std::int32_t days = days_between(from, today_);
    if (days >= Outlook::fewest_days_of_pace) outlook.weekly_pace = std::max<std::int64_t>(0, spent) * week / days;
  }

  void expect(Outlook& outlook, ExpectedKind kind, ExpectedPayment payment) const {
    outlook.expected.push_back(std::move(payment));
    outlook.kinds.push_back(kind);
  }

  // What should have come today or before is in the ledger or has not come; nobody waits for it here.
  void expect_council(Outlook& outlook) const {
    const Date last = agreement_.ends ? std::min(*agreement_.ends, outlook.last) : outlook.last;
    const std::vector<AgreementTerms> all = terms_of(agreement_);
    for (std::size_t i = 0; i < all.size(); ++i) {
      const Date first = i == 0 ? after(today_, 1) : std::max(all[i].from, after(today_, 1));
      expect_terms(outlook, all[i], first, i + 1 < all.size() ? std::min(last, after(all[i + 1].from, -1)) : last);
    }
  }

  void expect_terms(Outlook& outlook, const AgreementTerms& terms, Date first, Date last) const {
    const Cycle cycle = terms.cycle();
    std::int32_t number = cycle_number(cycle, after(first, -1)) + 1;
    if (cycle_day(cycle, number) > last) return;
    const std::uint16_t every = terms.period_months > 0 ? std::uint16_t{0} : terms.period_days;
    do {
      expect(outlook, ExpectedKind::FromCouncil, {cycle_day(cycle, number++), every, last, terms.per_period, {}});
    } while (every == 0 && cycle_day(cycle, number) <= last);  // months have no one length
  }

  void expect_plan(Outlook& outlook) const {
    for (const BookPlan& plan : book_.plan) {
      if (plan.item.agreement != of_.id) continue;
      if (every_of(plan.item) == PlanEvery::Once)
        expect_once(outlook, plan);
      else
        expect_again(outlook, plan);
    }
  }

  // What is planned for a period counts from its first day that is still to come: sooner is the safer guess.
  void expect_once(Outlook& outlook, const BookPlan& plan) const {
    const BudgetPeriod period = period_of(agreement_, plan.item.day);
    const std::int64_t still = still_planned({plan.id, plan.item}, ledger_, period.first, period.last);
    if (still == 0 || period.last < today_) return;
    const Date day = plan.item.planned_for == PlannedFor::Day ? plan.item.day : period.first;
    expect(outlook, ExpectedKind::Planned, {std::max(day, today_), 0, {}, money_of(-still), plan.item.name});
  }

  void expect_again(Outlook& outlook, const BookPlan& plan) const {
    const Date end = agreement_.ends ? std::min(*agreement_.ends, outlook.last) : outlook.last;
    for (Date day = today_; day <= end;) {
      const BudgetPeriod period = period_of(agreement_, day);
      expect_in(outlook, plan, period.first, std::min(period.last, end));
      day = after(period.last, 1);
    }
  }

  // Of one period: each on its day. What should have been paid by now and is not written down is counted today, the
  // safer guess; what was paid ahead is taken from the nearest days.
  void expect_in(Outlook& outlook, const BookPlan& plan, Date first, Date last) const {
    std::int64_t still = still_planned({plan.id, plan.item}, ledger_, first, last);
    const std::vector<Date> days = plan_days(plan.item, std::max(first, today_), last);
    const std::int64_t each = plan.item.pence_each_time();
    const std::int64_t late = still - each * static_cast<std::int64_t>(days.size());
    if (late > 0) expect(outlook, ExpectedKind::Planned, {today_, 0, {}, money_of(-late), plan.item.name});
    if (late > 0) still -= late;
    for (std::size_t i = days.size(); i-- > 0 && still > 0;) {
      const std::int64_t pence = std::min(each, still);
      expect(outlook, ExpectedKind::Planned, {days[i], 0, {}, money_of(-pence), plan.item.name});
      still -= pence;
    }
  }

  // By what comes once: what comes every week is planned for ever, and says nothing of the rest.
  bool has_plan(BudgetPeriod period) const {
    return std::any_of(book_.plan.begin(), book_.plan.end(), [&](const BookPlan& plan) {
      return plan.item.agreement == of_.id && every_of(plan.item) == PlanEvery::Once &&
             period_of(agreement_, plan.item.day) == period;
    });
  }

  // What comes again and again, in these days.
  std::int64_t again_in(Date first, Date last) const {
    std::int64_t pence = 0;
    for (const BookPlan& plan : book_.plan) {
      if (plan.item.agreement == of_.id && every_of(plan.item) != PlanEvery::Once)
        pence += planned_pence(plan.item, first, last);
    }
    return pence;
  }

  // For weeks of periods that nobody has planned yet: as usual, at the end of each week; what comes again and again is
  // a part of that.
  void expect_usual(Outlook& outlook) const {
    if (!outlook.weekly_pace || *outlook.weekly_pace == 0) return;
    for (Date day = after(today_, week - 1); day <= outlook.last; day = after(day, week)) {
      const std::int64_t rest = *outlook.weekly_pace - again_in(after(day, 1 - week), day);
      if (rest > 0 && !has_plan(period_of(agreement_, day)))
        expect(outlook, ExpectedKind::Usual, {day, 0, {}, money_of(-rest), {}});
    }
  }

  const Book& book_;
  const BookAgreement& of_;
  const Agreement& agreement_;
  Date today_;
  std::vector<Transaction> ledger_;
};

void look_at_surplus(Outlook& outlook, const Agreement& agreement, const SurplusRules& rules) {
  if (rules.keep_weeks == 0) return;
  outlook.may_keep = paid_for(terms_on(agreement, outlook.forecast.first), std::int64_t{rules.keep_weeks} * week);
  for (std::size_t day = 0; day < outlook.forecast.pence.size() && !outlook.over_from; ++day) {
    if (outlook.spare_on(day) > *outlook.may_keep)
      outlook.over_from = after(outlook.forecast.first, static_cast<int>(day));
  }
  const std::int64_t spare = outlook.forecast.pence.empty() ? 0 : outlook.spare_on(outlook.forecast.pence.size() - 1);
  outlook.over_at_end = std::max<std::int64_t>(0, spare - *outlook.may_keep);
}

}  // namespace

Outlook outlook(const Book& book, const BookAgreement& agreement, const SurplusRules& rules, Date today,
                const OutlookAsk& ask) {
  Outlook outlook;
  outlook.set_aside = ask.set_aside;
  Reader(book, agreement, today).read(outlook);
  if (ask.extra > 0) {
    outlook.expected.push_back({after(today, 1), week, {}, money_of(-ask.extra), {}});
    outlook.kinds.push_back(ExpectedKind::Extra);
  }
  // Owed today, whenever payday is. The pace goes on beside it: that is for the work of the weeks to come.
  if (ask.wages > 0) {
    outlook.expected.push_back({today, 0, {}, money_of(-ask.wages), {}});
    outlook.kinds.push_back(ExpectedKind::Wages);
  }
  outlook.forecast = forecast(outlook.now, today, outlook.last, outlook.expected);
  const auto& pence = outlook.forecast.pence;
  const auto below = std::find_if(pence.begin(), pence.end(), [](std::int64_t day) { return day < 0; });
  if (below != pence.end()) outlook.runs_out = after(today, static_cast<std::int32_t>(below - pence.begin()));
  look_at_surplus(outlook, agreement.agreement, rules);
  return outlook;
}

std::vector<OutlookWeek> weeks_of(const Outlook& outlook) {
  std::vector<OutlookWeek> weeks;
  const std::vector<std::int64_t>& pence = outlook.forecast.pence;
  for (std::size_t i = 0; i < pence.size(); ++i) {
    const Date day = after(outlook.forecast.first, static_cast<std::int32_t>(i));
    if (weeks.empty() || day.weekday() == Weekday::Monday) weeks.push_back({day, 0, 0, pence[i], pence[i]});
    weeks.back().lowest = std::min(weeks.back().lowest, pence[i]);
    weeks.back().at_end = pence[i];
  }
  for (const ExpectedPayment& payment : outlook.expected) {
    for (Date day = payment.first; day <= outlook.last; day = after(day, payment.every_days)) {
      const auto later =
          std::find_if(weeks.begin(), weeks.end(), [day](const OutlookWeek& one) { return day < one.first; });
      const bool counts = later != weeks.begin() && (!payment.ends || day <= *payment.ends);
      const std::int64_t amount = payment.amount.pence();
      if (counts && amount > 0) std::prev(later)->in += amount;
      if (counts && amount < 0) std::prev(later)->out -= amount;
      if (payment.every_days == 0) break;
    }
  }
  return weeks;
}

}  // namespace alongside::direct_payments
