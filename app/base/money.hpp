// Money: an amount in pence, so that no penny is lost to rounding. Budgets, ledgers and prices
// use it; amounts beyond ten thousand million pounds are refused wherever they come from.
#pragma once

#include "app/base/result.hpp"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace alongside {

class Money {
 public:
  static constexpr std::int64_t limit = 1'000'000'000'000;  // pence, either way

  constexpr Money() = default;
  static Result<Money> from_pence(std::int64_t pence);
  // Of a number that is known to lie within the limit.
  static constexpr Money of_known(std::int64_t pence) { return Money(pence); }
  // "12", "12.5" or "1234.50": digits, and at most two after the point; no sign, no commas.
  static Result<Money> parse(std::string_view pounds);

  constexpr std::int64_t pence() const { return pence_; }
  Result<Money> plus(Money other) const;
  Result<Money> minus(Money other) const;
  // "£1,234.50", or "-£3.00": the same in English and in Welsh.
  std::string text() const;

  constexpr auto operator<=>(const Money&) const = default;

 private:
  constexpr explicit Money(std::int64_t pence) : pence_(pence) {}
  std::int64_t pence_ = 0;
};

}  // namespace alongside
