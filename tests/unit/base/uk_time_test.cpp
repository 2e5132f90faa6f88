#include "app/base/uk_time.hpp"
#include "app/base/system_clock.hpp"

#include <doctest/doctest.h>

#include <string_view>

namespace alongside {
namespace {

std::int64_t at(std::string_view day, std::int64_t hour, std::int64_t minute, std::int64_t second = 0) {
  return ((Date::parse(day).value().days() * std::int64_t{24} + hour) * 60 + minute) * 60'000 + second * 1000;
}

TEST_CASE("summer time begins at one in the morning on the last Sunday of March") {
  CHECK(uk_offset_minutes(at("2026-03-29", 0, 59, 59)) == 0);
  CHECK(uk_offset_minutes(at("2026-03-29", 1, 0)) == 60);
  CHECK(uk_offset_minutes(at("2024-03-31", 0, 59, 59)) == 0);
  CHECK(uk_offset_minutes(at("2024-03-31", 1, 0)) == 60);
}

TEST_CASE("summer time ends at one in the morning UTC on the last Sunday of October") {
  CHECK(uk_offset_minutes(at("2026-10-25", 0, 59, 59)) == 60);
  CHECK(uk_offset_minutes(at("2026-10-25", 1, 0)) == 0);
  CHECK(uk_offset_minutes(at("2027-10-31", 0, 59, 59)) == 60);
  CHECK(uk_offset_minutes(at("2027-10-31", 1, 0)) == 0);
}

TEST_CASE("a late summer evening in UTC is already tomorrow in the United Kingdom") {
  CHECK(uk_day(at("2026-07-01", 22, 59, 59)).iso() == "2026-07-01");
  CHECK(uk_day(at("2026-07-01", 23, 0)).iso() == "2026-07-02");
}

TEST_CASE("in winter the day in the United Kingdom is the day in UTC") {
  CHECK(uk_day(at("2026-12-31", 23, 59, 59)).iso() == "2026-12-31");
  CHECK(uk_day(at("2027-01-01", 0, 0)).iso() == "2027-01-01");
}

TEST_CASE("moments before 1970 fall on the right day") {
  CHECK(uk_day(-1).iso() == "1969-12-31");
  CHECK(uk_day(-86'400'000).iso() == "1969-12-31");
  CHECK(uk_day(-86'400'001).iso() == "1969-12-30");
}

TEST_CASE("a clock gone mad gives the first or the last day, not nonsense") {
  CHECK(uk_day(std::int64_t{1} << 60).iso() == "9999-12-31");
  CHECK(uk_day(-(std::int64_t{1} << 60)).iso() == "0001-01-01");
}

TEST_CASE("the machine's clock is later than this test was written and agrees with its own day") {
  const SystemClock clock;
  const std::int64_t before = clock.now_ms();
  CHECK(before > at("2026-01-01", 0, 0));
  const Date today = clock.today();
  CHECK((today == uk_day(before) || today == uk_day(clock.now_ms())));
}

}  // namespace
}  // namespace alongside
