#include "tests/oracle/random_ledger.hpp"

#include "plugins/direct_payments/model/ledger_rules.hpp"

#include <iterator>

namespace alongside::oracle {
namespace {

using namespace direct_payments;

constexpr std::int32_t days_before = 40;

// Small amounts, large ones, and those that fractions cannot hold.
std::int64_t any_pence(Dice& dice) {
  switch (dice.between(0, 3)) {
    case 0: return dice.between(1, 99);
    case 1: return dice.between(1, 5000) * 100;
    case 2: return dice.between(1, Transaction::most_pence);
    default: return dice.between(100, 100'000);
  }
}

Account any_account(Dice& dice) { return static_cast<Account>(dice.between(0, account_count - 1)); }

// Two to eight postings that sum to zero, between any accounts.
Transaction any_transaction(Dice& dice, Date day) {
  Transaction transaction;
  transaction.day = day;
  transaction.text = "payment";
  do {
    transaction.postings.clear();
    std::int64_t sum = 0;
    for (std::int64_t i = dice.between(1, 7); i > 0; --i) {
      const std::int64_t pence = any_pence(dice) / 8 * (dice.between(0, 1) == 0 ? 1 : -1);
      transaction.postings.push_back({any_account(dice), Money::of_known(pence)});
      sum += pence;
    }
    transaction.postings.push_back({any_account(dice), Money::of_known(-sum)});
  } while (check_postings(transaction.postings));
  return transaction;
}

// Beginning before the forecast, in it or after it, and perhaps ending in it.
ExpectedPayment any_expected(Dice& dice, Date first_day) {
  constexpr std::uint16_t every[] = {28, 7, 14, 1, 30, 91, 365};
  ExpectedPayment payment;
  payment.first = Date(first_day.days() + static_cast<std::int32_t>(dice.between(-200, 400)));
  payment.every_days = every[dice.between(0, std::size(every) - 1)];
  if (dice.between(0, 2) == 0)
    payment.ends = Date(payment.first.days() + static_cast<std::int32_t>(dice.between(0, 300)));
  payment.amount =
      Money::of_known(any_pence(dice) / 100 + 1).minus(Money::of_known(dice.between(0, 1) == 0 ? 0 : 50'000)).value();
  return payment;
}

}  // namespace

RandomLedger random_ledger(Dice& dice, Date first_day, PeriodLength length) {
  RandomLedger ledger;
  ledger.agreement.first_day = ledger.agreement.starts = first_day;
  ledger.agreement.period_days = length.days;
  ledger.agreement.period_months = length.months;
  for (std::int64_t i = dice.between(0, 24); i > 0; --i) {
    const std::int64_t offset = dice.between(-days_before, RandomLedger::most_days - days_before - 1);
    const Date day(first_day.days() + static_cast<std::int32_t>(offset));
    ledger.transactions.push_back(any_transaction(dice, day));
    if (dice.between(0, 5) == 0) ledger.transactions.push_back(reversal(ledger.transactions.back(), "wrong"));
  }
  for (std::int64_t i = dice.between(0, 4); i > 0; --i) ledger.expected.push_back(any_expected(dice, first_day));
  return ledger;
}

}  // namespace alongside::oracle
