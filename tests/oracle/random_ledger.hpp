// RandomLedger: an agreement, a family's transactions under it, some of them reversed, and what it expects next, all
// from one seed. Made for the oracle, which lets hledger add them up too.
#pragma once

#include "plugins/direct_payments/model/agreement.hpp"
#include "plugins/direct_payments/model/forecast.hpp"
#include "plugins/direct_payments/model/transaction.hpp"

#include <cstdint>
#include <vector>

namespace alongside::oracle {

// splitmix64: the same numbers on every machine.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    std::uint64_t z = state_ += 0x9E3779B97F4A7C15;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
    return z ^ (z >> 31);
  }
  std::int64_t between(std::int64_t from, std::int64_t to) {
    return from + static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(to - from + 1));
  }

 private:
  std::uint64_t state_;
};

struct RandomLedger {
  static constexpr std::int32_t most_days = 400;  // that its transactions lie in, some before the first period

  direct_payments::Agreement agreement;
  std::vector<direct_payments::Transaction> transactions;
  std::vector<direct_payments::ExpectedPayment> expected;
};

// Of days, or of months when there are any.
struct PeriodLength {
  std::uint16_t days = 0;
  std::uint16_t months = 0;
};

RandomLedger random_ledger(Dice& dice, Date first_day, PeriodLength length);

}  // namespace alongside::oracle
