#include "app/ui/format.hpp"

#include <doctest/doctest.h>

using namespace alongside;
using ui::Language;

TEST_CASE("a date is written out in both languages") {
  const Date date = Date::from_civil(2026, 11, 22).value();
  CHECK(ui::format_date(Language::English, date) == "Sunday 22 November 2026");
  CHECK(ui::format_date(Language::Welsh, date) == "Dydd Sul 22 Tachwedd 2026");
  CHECK(ui::format_day(Language::English, date) == "Sunday 22 November");
  CHECK(ui::format_day(Language::Welsh, date) == "Dydd Sul 22 Tachwedd");
  CHECK(ui::format_short_date(Language::English, date) == "22 November 2026");
}

TEST_CASE("times are short, and midday and midnight have their names") {
  CHECK(ui::format_time(Language::English, 10 * 60) == "10am");
  CHECK(ui::format_time(Language::English, 14 * 60 + 5) == "2:05pm");
  CHECK(ui::format_time(Language::English, 12 * 60) == "midday");
  CHECK(ui::format_time(Language::English, 12 * 60 + 30) == "12:30pm");
  CHECK(ui::format_time(Language::English, 24 * 60) == "midnight");
  CHECK(ui::format_time(Language::English, 30) == "12:30am");
  CHECK(ui::format_time(Language::Welsh, 14 * 60 + 30) == "2:30yp");
}

TEST_CASE("money has pence only when there are some") {
  CHECK(ui::format_money(Money::from_pence(800).value()) == "£8");
  CHECK(ui::format_money(Money::from_pence(850).value()) == "£8.50");
  CHECK(ui::format_money(Money::from_pence(0).value()) == "£0");
}

TEST_CASE("miles are rounded to what a person can use") {
  CHECK(ui::format_miles(Language::English, 0.01) == "0.1 miles");
  CHECK(ui::format_miles(Language::English, 0.96) == "1 mile");
  CHECK(ui::format_miles(Language::English, 2.14) == "2.1 miles");
  CHECK(ui::format_miles(Language::English, 9.97) == "10 miles");
  CHECK(ui::format_miles(Language::English, 14.4) == "14 miles");
  CHECK(ui::format_miles(Language::Welsh, 2.0) == "2 filltir");
  CHECK(ui::format_miles(Language::Welsh, 2.1) == "2.1 milltir");
}
