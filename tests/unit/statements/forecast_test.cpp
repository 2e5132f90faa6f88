#include "plugins/direct_payments/model/forecast.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace alongside;
using namespace alongside::direct_payments;

namespace {

Date day(std::string_view iso) { return Date::parse(iso).value(); }
ExpectedPayment expected(std::string_view first, std::uint16_t every, std::int64_t pence) {
  return {day(first), every, {}, Money::of_known(pence), "expected"};
}

}  // namespace

TEST_CASE("four-weekly money and weekly wages come and go on their own days") {
  const std::vector<ExpectedPayment> expect = {expected("2026-11-02", 28, 68000), expected("2026-11-06", 7, -20000)};
  const Forecast ahead = forecast(1000, day("2026-11-02"), day("2026-12-06"), expect);
  REQUIRE(ahead.pence.size() == 35);
  CHECK(ahead.pence[0] == 69000);
  CHECK(ahead.pence[3] == 69000);
  CHECK(ahead.pence[4] == 49000);
  CHECK(ahead.pence[25] == -11000);  // 27 November, the fourth wages
  CHECK(ahead.pence[28] == 57000);   // 30 November, the next payment
  CHECK(ahead.lowest() == -11000);
  CHECK(ahead.lowest_day == day("2026-11-27"));
  CHECK(ahead.lowest_because == 1u);
}

TEST_CASE("what began before the first day goes on from it, and what ended does not") {
  ExpectedPayment wages = expected("2020-01-03", 7, -100);  // a Friday
  Forecast ahead = forecast(0, day("2026-11-02"), day("2026-11-15"), std::vector{wages});
  CHECK(ahead.pence[3] == 0);
  CHECK(ahead.pence[4] == -100);
  CHECK(ahead.pence[13] == -200);
  wages.ends = day("2026-11-06");
  ahead = forecast(0, day("2026-11-02"), day("2026-11-15"), std::vector{wages});
  CHECK(ahead.pence[13] == -100);
  wages.ends = day("2026-11-05");
  CHECK(forecast(0, day("2026-11-02"), day("2026-11-15"), std::vector{wages}).lowest() == 0);
}

TEST_CASE("what comes once comes once, and not when its day has passed") {
  CHECK(forecast(0, day("2026-11-02"), day("2026-11-08"), std::vector{expected("2026-11-08", 0, -5)}).pence[6] == -5);
  CHECK(forecast(0, day("2026-11-02"), day("2026-11-08"), std::vector{expected("2026-11-01", 0, -5)}).pence[6] == 0);
  CHECK(forecast(0, day("2026-11-02"), day("2026-11-08"), std::vector{expected("2026-11-09", 0, -5)}).pence[6] == 0);
}

TEST_CASE("a forecast of no days is empty, and none is longer than three years") {
  const std::vector<ExpectedPayment> expect = {expected("2026-11-02", 1, -1)};
  CHECK(forecast(7, day("2026-11-02"), day("2026-11-01"), expect).pence.empty());
  CHECK(forecast(7, day("2026-11-02"), day("2026-11-01"), expect).lowest() == 0);
  CHECK(forecast(7, day("2026-11-02"), day("9999-01-01"), expect).pence.size() == Forecast::most_days);
}

TEST_CASE("the lowest day is named without a cause when nothing goes out on it") {
  const Forecast ahead = forecast(500, day("2026-11-02"), day("2026-11-08"), {});
  CHECK(ahead.lowest_day == day("2026-11-02"));
  CHECK(ahead.lowest() == 500);
  CHECK_FALSE(ahead.lowest_because);
}
