// What comes again and again: by days, by months and by quarters, also where a month is too short.
#include "app/base/cycle.hpp"

#include <doctest/doctest.h>

#include <string_view>

using namespace alongside;

namespace {

Date on(std::string_view iso) { return Date::parse(iso).value(); }

}  // namespace

TEST_CASE("every four weeks is every 28 days, before and after the first") {
  const Cycle cycle{on("2026-11-02"), 28};
  CHECK(cycle_day(cycle, 1) == on("2026-11-30"));
  CHECK(cycle_day(cycle, -1) == on("2026-10-05"));
  CHECK(cycle_number(cycle, on("2026-11-02")) == 0);
  CHECK(cycle_number(cycle, on("2026-11-29")) == 0);
  CHECK(cycle_number(cycle, on("2026-11-01")) == -1);
  CHECK(cycle_number(cycle, on("2026-10-04")) == -2);
}

TEST_CASE("monthly is the same day of each month, whatever their lengths") {
  const Cycle cycle{on("2026-11-15"), 28, 1};
  CHECK(cycle_day(cycle, 2) == on("2027-01-15"));
  CHECK(cycle_number(cycle, on("2026-12-14")) == 0);
  CHECK(cycle_number(cycle, on("2026-12-15")) == 1);
  CHECK(cycle_number(cycle, on("2026-11-14")) == -1);
  CHECK(cycle_number(cycle, on("2025-11-15")) == -12);
}

TEST_CASE("the 31st is the last day of a shorter month, and the 31st again after it") {
  const Cycle cycle{on("2027-12-31"), 28, 1};
  CHECK(cycle_day(cycle, 1) == on("2028-01-31"));
  CHECK(cycle_day(cycle, 2) == on("2028-02-29"));
  CHECK(cycle_day(cycle, 3) == on("2028-03-31"));
  CHECK(cycle_day(cycle, 4) == on("2028-04-30"));
  CHECK(cycle_day(cycle, 14) == on("2029-02-28"));
  CHECK(cycle_number(cycle, on("2028-02-28")) == 1);
  CHECK(cycle_number(cycle, on("2028-02-29")) == 2);
}

TEST_CASE("quarters and years are months too") {
  const Cycle quarters{on("2026-04-01"), 28, 3};
  CHECK(cycle_day(quarters, 1) == on("2026-07-01"));
  CHECK(cycle_number(quarters, on("2027-03-31")) == 3);
  const Cycle years{on("2028-02-29"), 28, 12};
  CHECK(cycle_day(years, 1) == on("2029-02-28"));
  CHECK(cycle_day(years, 4) == on("2032-02-29"));
}

TEST_CASE("every day lies in one turn of every cycle, and turns follow each other without a gap") {
  constexpr std::uint16_t lengths[] = {0, 1, 2, 3, 6, 12};
  for (const std::uint16_t months : lengths) {
    for (const char* first : {"2026-11-02", "2024-02-29", "2026-01-31"}) {
      const Cycle cycle{on(first), 7, months};
      for (std::int32_t away = -1500; away <= 1500; ++away) {
        const Date day(cycle.first.days() + away);
        const std::int32_t number = cycle_number(cycle, day);
        CAPTURE(day.iso());
        REQUIRE(cycle_day(cycle, number) <= day);
        REQUIRE(day < cycle_day(cycle, number + 1));
      }
    }
  }
}

TEST_CASE("a cycle of nothing and days at the end of the calendar break nothing") {
  CHECK(cycle_number({on("2026-11-02"), 0}, on("2026-11-05")) == 3);
  CHECK(cycle_day({last_date, 28, 12}, 1) == last_date);
  CHECK(cycle_day({first_date, 28, 12}, -1) == first_date);
}
