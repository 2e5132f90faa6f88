#include "app/base/money.hpp"

namespace alongside {
namespace {

Error not_money() { return {ErrorCode::InvalidInput, "an amount is written in pounds, such as 12 or 12.50"}; }

// The value of up to 10 digits, or -1.
std::int64_t whole_number(std::string_view text) {
  if (text.empty() || text.size() > 11) return -1;
  std::int64_t value = 0;
  for (const char character : text) {
    if (character < '0' || character > '9') return -1;
    value = value * 10 + (character - '0');
  }
  return value;
}

}  // namespace

Result<Money> Money::from_pence(std::int64_t pence) {
  if (pence > limit || pence < -limit) return Error{ErrorCode::InvalidInput, "the amount is too large"};
  return Money(pence);
}

Result<Money> Money::parse(std::string_view pounds) {
  const std::size_t point = pounds.find('.');
  const std::int64_t whole = whole_number(pounds.substr(0, point));
  if (whole < 0) return not_money();
  if (point == std::string_view::npos) return from_pence(whole * 100);
  const std::string_view fraction = pounds.substr(point + 1);
  if (fraction.empty() || fraction.size() > 2) return not_money();
  const std::int64_t part = whole_number(fraction);
  if (part < 0) return not_money();
  return from_pence(whole * 100 + (fraction.size() == 1 ? part * 10 : part));
}

// Both amounts are within the limit, so the sum cannot overflow 64 bits before it is checked.
Result<Money> Money::plus(Money other) const { return from_pence(pence_ + other.pence_); }
Result<Money> Money::minus(Money other) const { return from_pence(pence_ - other.pence_); }

std::string Money::text() const {
  const std::int64_t size = pence_ < 0 ? -pence_ : pence_;
  std::string pounds = std::to_string(size / 100);
  for (std::size_t place = pounds.size(); place > 3;) {
    place -= 3;
    pounds.insert(place, 1, ',');
  }
  const std::int64_t pennies = size % 100;
  return (pence_ < 0 ? "-£" : "£") + pounds + (pennies < 10 ? ".0" : ".") + std::to_string(pennies);
}

}  // namespace alongside
