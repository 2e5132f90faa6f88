// Lines of the plan that come again: on which days, what they cost in a stretch of days, what is still to be spent,
// what "Will it last?" expects of them, and lines of before, which still read as what they were.
#include "plugins/direct_payments/model/plan_days.hpp"
#include "app/wire/payload.hpp"
#include "plugins/direct_payments/model/outlook.hpp"
#include "plugins/direct_payments/model/returns/return_figures.hpp"
#include "tests/unit/plugins/ledger_sample.hpp"

#include <doctest/doctest.h>

#include <cstdio>
#include <string>
#include <vector>

using namespace alongside;
using namespace alongside::direct_payments;
using namespace alongside::testing;

namespace {

const DaySpan christmas{day_of("2026-12-19"), day_of("2027-01-03")};

PlanItem coming(PlanEvery every, const char* first, PlanTime time = PlanTime::Always) {
  PlanItem item = sample_plan(800, 1);
  item.planned_for = PlannedFor::Day;
  item.day = day_of(first);
  PlanPattern pattern;
  pattern.every = every;
  pattern.time = time;
  if (time != PlanTime::Always) pattern.holidays = {christmas};
  item.pattern = text_of(pattern);
  return item;
}

template <class Change>
PlanItem with(PlanItem item, Change change) {
  PlanPattern pattern = pattern_of(item);
  change(pattern);
  item.pattern = text_of(pattern);
  return item;
}

std::string days_text(const PlanItem& item, const char* first, const char* last) {
  std::string text;
  for (const Date day : plan_days(item, day_of(first), day_of(last))) text += day.iso().substr(5) + " ";
  return text;
}

std::string hex(const Bytes& bytes) {
  std::string text;
  char two[3];
  for (const std::uint8_t byte : bytes) {
    std::snprintf(two, sizeof two, "%02x", byte);
    text += two;
  }
  return text;
}

Book book_with(const PlanItem& item) {
  Book book = sample_book();
  book.plan.push_back({id_number<DocumentId>(50), {1, {}}, item, {}});
  return book;
}

void spend_on_plan(Book& book, std::uint8_t number, const char* day, std::int64_t pence = 800) {
  Transaction spend = spend_of(pence, day);
  spend.plan_item = id_number<DocumentId>(50);
  book.entries.push_back({id_number<DocumentId>(number), spend, {}, {}});
}

std::string expected_text(const Book& book, const char* today) {
  const Outlook seen = outlook(book, book.agreements[0], {}, day_of(today), {});
  std::string text;
  for (std::size_t i = 0; i < seen.expected.size(); ++i) {
    const ExpectedPayment& one = seen.expected[i];
    if (seen.kinds[i] == ExpectedKind::Planned && one.first <= day_of("2026-12-27"))
      text += one.first.iso().substr(5) + " " + std::to_string(one.amount.pence()) + "; ";
  }
  return text;
}

}  // namespace

TEST_CASE("a line comes every week, four weeks or month from its first day on, and not before it or after its last") {
  CHECK(days_text(coming(PlanEvery::Week, "2026-11-07"), "2026-11-02", "2026-11-29") == "11-07 11-14 11-21 11-28 ");
  CHECK(days_text(coming(PlanEvery::FourWeeks, "2026-11-07"), "2026-11-02", "2027-01-24") == "11-07 12-05 01-02 ");
  CHECK(days_text(coming(PlanEvery::Month, "2026-10-31"), "2026-10-01", "2027-03-31") ==
        "10-31 11-30 12-31 01-31 02-28 03-31 ");
  const PlanItem ends =
      with(coming(PlanEvery::Week, "2026-11-07"), [](PlanPattern& pattern) { pattern.until = day_of("2026-11-20"); });
  CHECK(days_text(ends, "2026-11-02", "2027-11-02") == "11-07 11-14 ");
  CHECK(days_text(ends, "2026-11-21", "2027-11-02") == "");
  CHECK(days_text(coming(PlanEvery::Once, "2026-11-07"), "2026-11-02", "2026-11-29") == "11-07 ");
  CHECK(days_text(coming(PlanEvery::Week, "2026-11-07"), "2026-11-29", "2026-11-02") == "");
}

TEST_CASE("in term time it rests in the holidays it was counted with, and a holiday line comes in nothing else") {
  CHECK(days_text(coming(PlanEvery::Week, "2026-12-05", PlanTime::TermTime), "2026-12-01", "2027-01-10") ==
        "12-05 12-12 01-09 ");
  CHECK(days_text(coming(PlanEvery::Week, "2026-12-05", PlanTime::Holidays), "2026-12-01", "2027-01-10") ==
        "12-19 12-26 01-02 ");
}

TEST_CASE("what is still to spend of a weekly line is what it costs in the period less what was spent on it there") {
  Book book = book_with(coming(PlanEvery::Week, "2026-11-07"));
  spend_on_plan(book, 2, "2026-11-07");
  spend_on_plan(book, 3, "2026-12-05");  // of the next period
  const auto still = [&](const char* first, const char* last) {
    return still_planned(book.planned_items()[0], book.ledger(), day_of(first), day_of(last));
  };
  CHECK(still("2026-11-02", "2026-11-29") == 3 * 800);
  CHECK(still("2026-11-30", "2026-12-27") == 3 * 800);
  CHECK(still("2026-12-28", "2027-01-24") == 4 * 800);
  const MoneyLeft left = money_left(agreement_id, sample_agreement(), book.ledger(), book.planned_items(),
                                    period_of(sample_agreement(), day_of("2026-11-10")));
  CHECK(left.planned == 3 * 800);
  CHECK(left.free() == 31200 - 800 - 3 * 800);
}

TEST_CASE("will it last expects each on its day, what was not written down today, and nothing twice") {
  Book book = book_with(coming(PlanEvery::Week, "2026-11-07"));
  // On the 23rd three Saturdays are past and none was written down: 24 pounds today, then the 28th, then December's.
  CHECK(expected_text(book, "2026-11-23") ==
        "11-23 -2400; 11-28 -800; 12-26 -800; 12-19 -800; 12-12 -800; 12-05 -800; ");
  spend_on_plan(book, 2, "2026-11-07");
  spend_on_plan(book, 3, "2026-11-14");
  spend_on_plan(book, 4, "2026-11-21");
  CHECK(expected_text(book, "2026-11-23") == "11-28 -800; 12-26 -800; 12-19 -800; 12-12 -800; 12-05 -800; ");
  spend_on_plan(book, 5, "2026-11-22");  // the 28th, paid ahead
  CHECK(expected_text(book, "2026-11-23") == "12-26 -800; 12-19 -800; 12-12 -800; 12-05 -800; ");
}

TEST_CASE("a weekly line is a part of the usual spending, not on top of it") {
  Book book = book_with(coming(PlanEvery::Week, "2026-11-28"));
  book.entries.push_back({id_number<DocumentId>(2), spend_of(9000, "2026-11-12", "Bus"), {}, {}});
  const Outlook seen = outlook(book, book.agreements[0], {}, day_of("2026-11-23"), {});
  REQUIRE(seen.weekly_pace == 9000 * 7 / 21);
  std::int64_t week = 0;
  for (std::size_t i = 0; i < seen.expected.size(); ++i) {
    const bool counts = seen.kinds[i] != ExpectedKind::FromCouncil && seen.expected[i].first <= day_of("2026-11-29");
    if (counts) week -= seen.expected[i].amount.pence();
  }
  CHECK(week == 3000);  // 8 for the line and 22 for the rest
}

TEST_CASE("a return tells what a line costs in its period, and a change later on leaves that as it was") {
  const PlanItem weekly = coming(PlanEvery::Week, "2026-11-07");
  const SentPeriod november{day_of("2026-11-02"), day_of("2026-11-29")};
  const std::vector<PlannedItem> plan = {{id_number<DocumentId>(50), weekly}};
  const ReturnFigures figures = return_figures(agreement_id, november, {}, plan);
  REQUIRE(figures.lines.size() == 1);
  CHECK(figures.lines[0].planned == pence_of(4 * 800));
  const PlanItem ended = with(weekly, [&](PlanPattern& pattern) { pattern.until = november.last; });
  PlanItem dearer = weekly, renamed = weekly;
  dearer.unit_cost = pence_of(900);
  renamed.name = "Another";
  CHECK(says_the_same(&weekly, &ended, november));
  CHECK_FALSE(says_the_same(&weekly, &dearer, november));
  CHECK_FALSE(says_the_same(&weekly, &renamed, november));
  CHECK_FALSE(says_the_same(&weekly, nullptr, november));
  CHECK(says_the_same(nullptr, nullptr, november));
}

TEST_CASE("a line without a pattern has the bytes that it always had, and one from before reads as coming once") {
  const Bytes before = wire::encode_payload(sample_plan(800, 3));
  CHECK(hex(before) ==
        "d3a81f6c0e574b299a4d7c1e5f2b8d9001aec40200000000000040008000000000000001125361747572646179205377696d20436c7562"
        "07c00c0003");
  const auto read = wire::decode_payload<PlanItem>(before);
  REQUIRE(read.ok());
  CHECK(pattern_of(read.value()) == PlanPattern());
  const PlanItem weekly = coming(PlanEvery::Week, "2026-11-07", PlanTime::TermTime);
  CHECK(weekly.pattern == "wt000----------2026-12-192027-01-03");
  const Bytes bytes = wire::encode_payload(weekly);
  const auto again = wire::decode_payload<PlanItem>(bytes);
  REQUIRE(again.ok());
  CHECK(again->pattern == weekly.pattern);
  CHECK(wire::encode_payload(again.value()) == bytes);
}

TEST_CASE("a pattern that makes no sense is refused, by the same rule on both sides") {
  const Agreement agreement = sample_agreement();
  const PlanItem good = coming(PlanEvery::Week, "2026-11-07", PlanTime::TermTime);
  const std::vector<PlanItem> hostile = {
      with(good, [](PlanPattern& one) { one.until = day_of("2026-11-06"); }),
      with(good, [](PlanPattern& one) { one.holidays = {{day_of("2027-01-03"), day_of("2026-12-19")}}; }),
      with(good, [](PlanPattern& one) { one.holidays = {christmas, christmas}; }),
      with(good, [](PlanPattern& one) { one.every = PlanEvery::Once; }),
      with(good, [](PlanPattern& one) { one.time = PlanTime::Always; })};
  for (const PlanItem& item : hostile) CHECK(check_plan_item(item, agreement) == LedgerFault::BadPattern);
  for (const char* text : {"w", "weekly", "xa000----------", "wx000----------", "wa0a0----------", "wa0002026-13-01",
                           "oa000----------", "wt000----------2026-12-19", "wt000----------2026-12-192027-01-0x",
                           "wa000----------2026-12-192027-01-03", "wa000---------- ", "\xC3\xA9"}) {
    CAPTURE(text);
    PlanItem item = good;
    item.pattern = text;
    CHECK(check_plan_item(item, agreement) == LedgerFault::BadPattern);
    CHECK(plan_days(item, day_of("2026-11-02"), day_of("2027-11-02")).size() < 60);
  }
  CHECK_FALSE(check_plan_item(good, agreement));
}
