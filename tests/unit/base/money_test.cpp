#include "app/base/money.hpp"

#include <doctest/doctest.h>

#include <string>

namespace alongside {
namespace {

TEST_CASE("money is written in pounds with commas and two places") {
  CHECK(Money::from_pence(0).value().text() == "£0.00");
  CHECK(Money::from_pence(5).value().text() == "£0.05");
  CHECK(Money::from_pence(123450).value().text() == "£1,234.50");
  CHECK(Money::from_pence(100000000).value().text() == "£1,000,000.00");
  CHECK(Money::from_pence(99999).value().text() == "£999.99");
  CHECK(Money::from_pence(-300).value().text() == "-£3.00");
}

TEST_CASE("pounds are read exactly, without fractions of a penny") {
  CHECK(Money::parse("12").value().pence() == 1200);
  CHECK(Money::parse("12.5").value().pence() == 1250);
  CHECK(Money::parse("0.07").value().pence() == 7);
  CHECK(Money::parse("10000000000").value().pence() == Money::limit);
}

TEST_CASE("what is not an amount is refused") {
  for (const std::string text : {"", ".", "12.", ".5", "1.234", "-1", "+1", "1,000", "£5", "1e3", " 5", "5 ", "0x10",
                                 "10000000000.01", "99999999999", "999999999999999999999", "1.2.3", "NaN"}) {
    CAPTURE(text);
    CHECK(!Money::parse(text).ok());
  }
}

TEST_CASE("V1.4.2: sums beyond the limit are refused rather than wrapped round") {
  const Money most = Money::from_pence(Money::limit).value();
  const Money penny = Money::from_pence(1).value();
  CHECK(!most.plus(penny).ok());
  CHECK(!Money().minus(most).value().minus(penny).ok());
  CHECK(most.minus(penny).value().plus(penny).value() == most);
  CHECK(!Money::from_pence(INT64_MAX).ok());
  CHECK(!Money::from_pence(INT64_MIN).ok());
}

}  // namespace
}  // namespace alongside
