#include "plugins/direct_payments/model/spend_form.hpp"
#include "tests/unit/plugins/ledger_sample.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace alongside;
using namespace alongside::direct_payments;
using namespace alongside::testing;

namespace {

const Money most = pence_of(Transaction::most_pence);

std::int64_t pence_in(std::string_view typed) {
  const auto read = read_amount(typed, most);
  const auto* money = std::get_if<Money>(&read);
  return money == nullptr ? -1 - static_cast<std::int64_t>(std::get<AmountFault>(read)) : money->pence();
}
std::int64_t fault(AmountFault of) { return -1 - static_cast<std::int64_t>(of); }

SpendForm good_form() {
  SpendForm form;
  form.what = " Swim club ";
  form.amount = "8.50";
  form.day = "21 11 2026";
  return form;
}

SpendFaults faults_of(const SpendForm& form) {
  const Book book = sample_book();
  const auto checked = check(form, book, book.agreements[0], day_of("2026-11-22"));
  return std::holds_alternative<SpendFaults>(checked) ? std::get<SpendFaults>(checked) : SpendFaults{};
}

}  // namespace

TEST_CASE("amounts are read as people write them") {
  CHECK(pence_in("8.50") == 850);
  CHECK(pence_in("£8.50") == 850);
  CHECK(pence_in(" £ 8 ") == 800);
  CHECK(pence_in("8.5") == 850);
  CHECK(pence_in("0.01") == 1);
  CHECK(pence_in("1,234.50") == 123450);
  CHECK(pence_in("12,345") == 1234500);
  CHECK(pence_in("100,000.00") == Transaction::most_pence);
}

TEST_CASE("an amount that could mean two things, or nothing, is asked about") {
  CHECK(pence_in("") == fault(AmountFault::Empty));
  CHECK(pence_in("£") == fault(AmountFault::Empty));
  CHECK(pence_in("12,50") == fault(AmountFault::DecimalComma));
  CHECK(pence_in("1,23") == fault(AmountFault::DecimalComma));
  CHECK(pence_in("£1 234.5") == fault(AmountFault::NotAnAmount));
  CHECK(pence_in("-3") == fault(AmountFault::BelowZero));
  CHECK(pence_in("£-3") == fault(AmountFault::BelowZero));
  CHECK(pence_in("−3") == fault(AmountFault::BelowZero));
  CHECK(pence_in("(3.00)") == fault(AmountFault::BelowZero));
  CHECK(pence_in("8.505") == fault(AmountFault::TooManyPence));
  CHECK(pence_in("0") == fault(AmountFault::Zero));
  CHECK(pence_in("0.00") == fault(AmountFault::Zero));
  CHECK(pence_in("100000.01") == fault(AmountFault::TooLarge));
  CHECK(pence_in("99999999999999999999") == fault(AmountFault::TooLarge));
  for (const char* typed : {"1e5", "0x10", "eight", "8.5.0", ".", "8.", ".50", "8.5 pounds", "1,2345", "1,234,5", "٣",
                            "8\n", "1.234,50", "NaN", "1'000", "12,34,567"}) {
    CAPTURE(typed);
    const std::int64_t read = pence_in(typed);
    if (std::string_view(typed) == "8\n")
      CHECK(read == 800);
    else
      CHECK(read < 0);
  }
}

TEST_CASE("days are read in the order people here write them") {
  const Date day = day_of("2026-11-22");
  for (const char* typed : {"22 11 2026", "22/11/2026", "22.11.26", "22-11-2026", " 22 / 11 / 2026 ", "2026-11-22"}) {
    CAPTURE(typed);
    const auto read = read_day(typed);
    REQUIRE(std::holds_alternative<Date>(read));
    CHECK(std::get<Date>(read) == day);
  }
  CHECK(typed_day(day) == "22 11 2026");
}

TEST_CASE("a day that is none is told apart from one that is not written as a day") {
  CHECK(std::get<DayFault>(read_day("  ")) == DayFault::Empty);
  for (const char* typed : {"30 2 2026", "31/11/2026", "0 1 2026", "1 13 2026", "29 2 2027", "11/22/2026"}) {
    CAPTURE(typed);
    REQUIRE(std::holds_alternative<DayFault>(read_day(typed)));
    CHECK(std::get<DayFault>(read_day(typed)) == DayFault::NoSuchDay);
  }
  for (const char* typed : {"today", "22 11", "22 11 20205", "22 11 2026 7", "22-11-2026-", "x22 11 2026", "1 1 1"}) {
    CAPTURE(typed);
    REQUIRE(std::holds_alternative<DayFault>(read_day(typed)));
    CHECK(std::get<DayFault>(read_day(typed)) == DayFault::NotADay);
  }
}

TEST_CASE("a count is a whole number from one to the most there may be") {
  CHECK(read_count(" 3 ", 366) == 3);
  CHECK(read_count("366", 366) == 366);
  for (const char* typed : {"", "0", "367", "-1", "1.5", "1e2", "99999999999999", "three"}) {
    CAPTURE(typed);
    CHECK(read_count(typed, 366) == 0);
  }
}

TEST_CASE("a good form becomes a spend that sums to zero") {
  const Book book = sample_book();
  const auto checked = check(good_form(), book, book.agreements[0], day_of("2026-11-22"));
  REQUIRE(std::holds_alternative<RecordTransaction>(checked));
  const auto& record = std::get<RecordTransaction>(checked);
  CHECK(record.text == "Swim club");
  CHECK(record.day == day_of("2026-11-21"));
  CHECK(record.postings == std::vector<Posting>{{Account::Activities, pence_of(850)}, {Account::Bank, pence_of(-850)}});
  CHECK(record.agreement == mark_of(agreement_id));
}

TEST_CASE("every mistake of a form is told at once") {
  const SpendFaults faults = faults_of({});
  CHECK(faults.what == WhatFault::Empty);
  CHECK(faults.amount == AmountFault::Empty);
  CHECK(std::get<DayFault>(faults.day) == DayFault::Empty);
}

TEST_CASE("a real day that cannot be this spend's is told") {
  SpendForm form = good_form();
  form.day = "23 11 2026";
  CHECK(std::get<DayRule>(faults_of(form).day) == DayRule::Later);
  form.day = "1 11 2026";
  CHECK(std::get<DayRule>(faults_of(form).day) == DayRule::TooEarly);
  form.day = "22 11 2026";
  CHECK(faults_of(form).none());
}

TEST_CASE("a planned thing fills in what is still empty, and gives the spend its service") {
  Book book = sample_book();
  book.plan.push_back({id_number<DocumentId>(5), {1, {}}, sample_plan(800, 3), {}});
  SpendForm form = good_form();
  form.amount.clear();
  fill_from(form, book.plan[0]);
  CHECK(form.what == " Swim club ");
  CHECK(form.amount == "8.00");
  const auto checked = check(form, book, book.agreements[0], day_of("2026-11-22"));
  REQUIRE(std::holds_alternative<RecordTransaction>(checked));
  CHECK(std::get<RecordTransaction>(checked).plan_item == id_number<DocumentId>(5));
  CHECK(std::get<RecordTransaction>(checked).service.text() == swim_club);
}
