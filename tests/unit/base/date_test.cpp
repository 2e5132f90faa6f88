#include "app/base/date.hpp"

#include <doctest/doctest.h>

#include <string>

namespace alongside {
namespace {

TEST_CASE("a date counts its days from the first of January 1970") {
  CHECK(Date::from_civil(1970, 1, 1).value().days() == 0);
  CHECK(Date::from_civil(1969, 12, 31).value().days() == -1);
  CHECK(Date::from_civil(2026, 11, 22).value().days() == 20779);
}

TEST_CASE("every day of ten thousand years has its own number, and the calendar agrees with itself") {
  Date expected = first_date;
  for (int year = 1; year <= 9999; ++year)
    for (int month = 1; month <= 12; ++month)
      for (int day = 1; day <= 31; ++day) {
        const Result<Date> date = Date::from_civil(year, month, day);
        if (!date.ok()) continue;
        if (date.value() != expected || date->year() != year || date->month() != month || date->day() != day)
          FAIL("the calendar is wrong at " << date->iso());
        expected = Date(expected.days() + 1);
      }
  CHECK(expected.days() == last_date.days() + 1);
}

TEST_CASE("a date is read from and written as ISO 8601") {
  CHECK(Date::parse("2026-11-22").value().iso() == "2026-11-22");
  CHECK(Date::parse("0001-01-01").value() == first_date);
  CHECK(Date::parse("9999-12-31").value() == last_date);
  CHECK(Date::parse("0987-06-05").value().iso() == "0987-06-05");
}

TEST_CASE("what is not a day of the calendar is refused") {
  for (const std::string text : {"", "2026-1-02", "2026-01-2", "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10",
                                 "2026-04-31", "2026-01-00", "0000-01-01", "2026/01/02", "2026-01-02 ", " 2026-01-02",
                                 "2026-01-02T00:00", "-026-01-02", "+026-01-02", "２０26-01-02", "2026-0a-02"}) {
    CAPTURE(text);
    const Result<Date> date = Date::parse(text);
    REQUIRE(!date.ok());
    CHECK(date.error().code == ErrorCode::InvalidInput);
  }
  CHECK(!Date::from_civil(10000, 1, 1).ok());
  CHECK(!Date::from_civil(2026, -1, 1).ok());
}

TEST_CASE("leap days exist in leap years, centuries only every fourth") {
  CHECK(Date::parse("2024-02-29").ok());
  CHECK(Date::parse("2000-02-29").ok());
  CHECK(!Date::parse("2100-02-29").ok());
}

TEST_CASE("a date knows its day of the week") {
  CHECK(Date::parse("1970-01-01").value().weekday() == Weekday::Thursday);
  CHECK(Date::parse("2026-11-22").value().weekday() == Weekday::Sunday);
  CHECK(Date::parse("1969-12-29").value().weekday() == Weekday::Monday);
  CHECK(first_date.weekday() == Weekday::Monday);
}

TEST_CASE("days between two dates are signed and dates compare by age") {
  const Date early = Date::parse("2026-02-27").value();
  const Date late = Date::parse("2026-03-02").value();
  CHECK(days_between(early, late) == 3);
  CHECK(days_between(late, early) == -3);
  CHECK(early < late);
}

}  // namespace
}  // namespace alongside
