// "Will it last?": until when, the lowest day and why, the pace, what may be kept, and one more thing a week.
#include "plugins/direct_payments/model/outlook.hpp"
#include "plugins/direct_payments/model/set_aside.hpp"
#include "tests/unit/plugins/ledger_sample.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace alongside;
using namespace alongside::direct_payments;
using namespace alongside::testing;

namespace {

const Date looked_on = day_of("2026-11-23");

// Three weeks at £30 a week: the pace of somebody who spends less than is paid.
Book spent_book() {
  Book book = sample_book();
  for (const char* day : {"2026-11-06", "2026-11-13", "2026-11-20"})
    book.entries.push_back(
        {id_number<DocumentId>(static_cast<std::uint8_t>(10 + book.entries.size())), spend_of(3000, day), {}, {}});
  return book;
}

SurplusRules eight_weeks() {
  SurplusRules rules;
  rules.keep_weeks = 8;
  return rules;
}

Outlook look(const Book& book, const OutlookAsk& ask = {}, const SurplusRules& rules = {}) {
  return outlook(book, book.agreements.front(), rules, looked_on, ask);
}

}  // namespace

TEST_CASE("it looks to the review, else to the end, else half a year ahead") {
  Book book = spent_book();
  Agreement& agreement = book.agreements.front().agreement;
  CHECK(look(book).end == OutlookEnd::HalfYear);
  CHECK(look(book).last == Date(looked_on.days() + Outlook::days_ahead));
  agreement.review = day_of("2027-04-30");
  CHECK(look(book).end == OutlookEnd::Review);
  CHECK(look(book).last == day_of("2027-04-30"));
  agreement.ends = day_of("2027-01-31");
  CHECK(look(book).end == OutlookEnd::End);
  CHECK(look(book).last == day_of("2027-01-31"));
  agreement.review = looked_on;  // it is over: nothing more hangs on it
  agreement.ends.reset();
  CHECK(look(book).end == OutlookEnd::HalfYear);
}

TEST_CASE("it looks no further than to the last day before the child is 18, if that comes first") {
  Book book = spent_book();
  Agreement& agreement = book.agreements.front().agreement;
  agreement.grown_up = day_of("2027-03-09");
  CHECK(look(book).end == OutlookEnd::GrownUp);
  CHECK(look(book).last == day_of("2027-03-08"));
  agreement.ends = day_of("2027-03-08");
  CHECK(look(book).end == OutlookEnd::End);
  agreement.ends.reset();
  agreement.review = day_of("2027-01-31");
  CHECK(look(book).end == OutlookEnd::Review);
  agreement.grown_up = looked_on;  // an adult's own agreement
  CHECK(look(book).end == OutlookEnd::Review);
}

// By hand: £222.00 is there (£312.00 less three times £30.00), £30.00 a week goes, and £312.00 comes on 30 November.
TEST_CASE("hours that are worked and not paid yet are owed today, beside the pace of the weeks to come") {
  const Outlook found = look(spent_book(), {.wages = 10050});
  CHECK(found.now == 22200);  // what is there is there
  CHECK(found.forecast.pence[0] == 22200 - 10050);
  const auto on = [&](const char* day) {
    return found.forecast.pence[static_cast<std::size_t>(days_between(looked_on, day_of(day)))];
  };
  CHECK(on("2026-11-28") == 12150);
  CHECK(on("2026-11-29") == 12150 - 3000);
  CHECK(on("2026-11-30") == 9150 + 31200);
  CHECK(found.forecast.lowest() == 9150);
  CHECK_FALSE(found.runs_out);
  CHECK(std::ranges::count(found.kinds, ExpectedKind::Wages) == 1);
  CHECK(std::ranges::count(look(spent_book()).kinds, ExpectedKind::Wages) == 0);
}

TEST_CASE("more owed than is there runs out today, for that reason, and what may be kept is counted without it") {
  Book book = spent_book();
  const Outlook found = look(book, {.wages = 22201}, eight_weeks());
  REQUIRE(found.runs_out);
  CHECK(*found.runs_out == looked_on);
  CHECK(found.forecast.pence[0] == -1);
  CHECK(look(book, {.wages = 22200}, eight_weeks()).forecast.pence[0] == 0);
  // On the last day there is as much less as is owed, so as much less too much.
  CHECK(look(book, {}, eight_weeks()).over_at_end - look(book, {.wages = 5000}, eight_weeks()).over_at_end == 5000);
}

TEST_CASE("the pace is what was spent by the week, and needs two weeks to be one") {
  const Outlook found = look(spent_book());
  CHECK(found.now == 31200 - 9000);
  REQUIRE(found.weekly_pace);
  CHECK(*found.weekly_pace == 3000);
  CHECK(found.weekly_income == 7800);
  CHECK_FALSE(outlook(sample_book(), sample_book().agreements.front(), {}, day_of("2026-11-10"), {}).weekly_pace);
}

TEST_CASE("the council's payments come with each period, until the agreement ends") {
  Book book = sample_book();
  book.agreements.front().agreement.ends = day_of("2026-12-31");
  const Outlook found = look(book);
  CHECK(found.forecast.pence.front() == 31200);
  CHECK(found.forecast.pence.back() == 31200 + 2 * 31200);  // 30 November and 28 December
}

TEST_CASE("paid by the month, the money comes on its day of each month, and a week counts the same all year") {
  Book book = spent_book();
  Agreement& agreement = book.agreements.front().agreement;
  agreement.first_day = agreement.starts = day_of("2026-10-31");
  agreement.period_months = 1;
  agreement.ends = day_of("2027-03-15");
  const Outlook found = look(book, {}, eight_weeks());
  REQUIRE(found.kinds.front() == ExpectedKind::FromCouncil);
  const ExpectedPayment& paid = found.expected.front();
  CHECK(paid.first == day_of("2026-11-30"));
  CHECK(found.expected[1].first == day_of("2026-12-31"));
  CHECK(found.expected[2].first == day_of("2027-01-31"));
  CHECK(found.weekly_income == 7180);  // 312 x 12 / 365 x 7
  CHECK(*found.may_keep == 57442);
  const auto weeks = weeks_of(found);
  std::int64_t in = 0;
  for (const OutlookWeek& week : weeks) in += week.in;
  CHECK(in == 4 * 31200);
}

TEST_CASE("what is planned is what takes the money on the lowest day, and runs out when it is too much") {
  Book book = sample_book();
  PlanItem camp = sample_plan(30000, 1);
  camp.name = "Camp";
  camp.planned_for = PlannedFor::Day;
  camp.day = day_of("2026-11-27");
  book.plan.push_back({id_number<DocumentId>(50), {1, {}}, camp, {}});
  const Outlook found = look(book);
  CHECK(found.forecast.lowest_day == camp.day);
  CHECK(found.forecast.lowest() == 1200);
  REQUIRE(found.forecast.lowest_because);
  CHECK(found.kinds[*found.forecast.lowest_because] == ExpectedKind::Planned);
  CHECK(found.expected[*found.forecast.lowest_because].name == "Camp");
  CHECK_FALSE(found.runs_out);
  book.plan.front().item.unit_cost = pence_of(40000);
  CHECK(look(book).runs_out == camp.day);
}

TEST_CASE("what was paid of a plan is not expected again, and a period that has gone by expects nothing") {
  Book book = sample_book();
  PlanItem swim = sample_plan(800, 3);
  book.plan.push_back({id_number<DocumentId>(50), {1, {}}, swim, {}});
  Transaction paid = spend_of(800, "2026-11-14");
  paid.plan_item = id_number<DocumentId>(50);
  book.entries.push_back({id_number<DocumentId>(2), paid, {}, {}});
  const Outlook found = look(book);
  const auto planned = std::find(found.kinds.begin(), found.kinds.end(), ExpectedKind::Planned);
  REQUIRE(planned != found.kinds.end());
  CHECK(found.expected[static_cast<std::size_t>(planned - found.kinds.begin())].amount == pence_of(-1600));
  const Outlook later = outlook(book, book.agreements.front(), {}, day_of("2026-12-05"), {});
  CHECK(std::find(later.kinds.begin(), later.kinds.end(), ExpectedKind::Planned) == later.kinds.end());
}

TEST_CASE("weeks that nobody has planned go as usual, and planned periods do not count twice") {
  Book book = spent_book();
  const Outlook open = look(book);
  PlanItem december = sample_plan(1000, 1);
  december.day = day_of("2026-12-01");
  book.plan.push_back({id_number<DocumentId>(50), {1, {}}, december, {}});
  const Outlook planned = look(book);
  const auto usual = [](const Outlook& found) {
    return std::count(found.kinds.begin(), found.kinds.end(), ExpectedKind::Usual);
  };
  CHECK(usual(open) == 26);
  CHECK(usual(planned) == 22);
}

TEST_CASE("more than may be kept is told with its first day, and what is set aside is no surplus") {
  const Outlook found = look(spent_book(), {}, eight_weeks());
  REQUIRE(found.may_keep);
  CHECK(*found.may_keep == 62400);
  REQUIRE(found.over_from);
  CHECK(found.over_at_end == found.forecast.pence.back() - 62400);
  const Outlook aside = look(spent_book(), {20000, 0}, eight_weeks());
  CHECK(aside.over_from > found.over_from);
  CHECK(aside.over_at_end == found.over_at_end - 20000);
  CHECK_FALSE(look(spent_book()).may_keep);
}

TEST_CASE("one more thing a week comes every week from tomorrow, and can be too much") {
  const Outlook base = look(spent_book());
  const Outlook more = look(spent_book(), {0, 500});
  CHECK(base.forecast.pence.back() - more.forecast.pence.back() == 26 * 500);
  CHECK(look(spent_book(), {0, 20000}).runs_out);
}

TEST_CASE("the weeks of the table come to the same as the days") {
  const Outlook found = look(spent_book(), {0, 500}, eight_weeks());
  const auto weeks = weeks_of(found);
  std::int64_t money = found.now;
  std::int64_t lowest = found.now;
  for (const OutlookWeek& week : weeks) {
    money += week.in - week.out;
    CHECK(money == week.at_end);
    lowest = std::min(lowest, week.lowest);
  }
  CHECK(money == found.forecast.pence.back());
  CHECK(lowest == found.forecast.lowest());
  CHECK(weeks.front().first == looked_on);
  CHECK(weeks[1].first.weekday() == Weekday::Monday);
}

TEST_CASE("sums that are kept for bills are read kindly, and what cannot be read counts as nothing") {
  SetAside aside;
  aside.holiday = "\u00a364.20";
  aside.tax = "12,50";
  aside.insurance = " ";
  CHECK(sum_of(aside) == 6420);
  CHECK_FALSE(typed_pence("12,50"));
  CHECK(typed_pence("0") == 0);
  CHECK(typed_pence("") == 0);
}
