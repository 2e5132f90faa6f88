// ledger_oracle FOLDER COUNT SEED: writes COUNT random ledgers in batches, each batch as a journal for hledger
// and as a table of what we make of it. hledger.mjs lets hledger add up the journals and compares.
#include "plugins/direct_payments/model/ledger_rules.hpp"
#include "plugins/direct_payments/model/money_left.hpp"
#include "tests/oracle/random_ledger.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

namespace {

using namespace alongside;
using namespace alongside::direct_payments;
using oracle::Dice;
using oracle::PeriodLength;
using oracle::RandomLedger;

constexpr int ledgers_in_batch = 100;
constexpr std::int32_t forecast_days = 364;

std::string pounds(std::int64_t pence) {
  const std::string sign = pence < 0 ? "-" : "";
  const std::int64_t size = pence < 0 ? -pence : pence;
  const std::string rest = std::to_string(size % 100);
  return sign + std::to_string(size / 100) + (rest.size() == 1 ? ".0" : ".") + rest;
}

std::string_view kind_name(Account account) {
  constexpr std::string_view names[] = {"assets", "income", "equity", "expenses"};
  return names[static_cast<std::size_t>(kind_of(account))];
}

void write_journal(std::ofstream& journal, int number, const RandomLedger& ledger) {
  for (const Transaction& transaction : ledger.transactions) {
    journal << transaction.day.iso() << " " << transaction.text << "\n";
    for (const Posting& posting : transaction.postings) {
      journal << "    " << number << ":" << kind_name(posting.account) << ":" << name_of(posting.account) << "  "
              << pounds(posting.amount.pence()) << "\n";
    }
    journal << "\n";
  }
}

// Our own sums: each account's balance, and each period as the money screens show it.
void write_ours(std::ofstream& ours, int number, const RandomLedger& ledger) {
  for (std::size_t i = 0; i < account_count; ++i) {
    const auto account = static_cast<Account>(i);
    ours << "balance," << number << "," << name_of(account) << "," << balance(account, ledger.transactions) << "\n";
  }
  const Date end(ledger.agreement.first_day.days() + RandomLedger::most_days);
  for (Date day = ledger.agreement.first_day; day < end;) {
    const BudgetPeriod period = period_of(ledger.agreement, day);
    day = Date(period.last.days() + 1);
    const MoneyLeft left = money_left({}, ledger.agreement, ledger.transactions, {}, period);
    ours << "period," << number << "," << period.first.iso() << "," << left.brought << "," << left.paid_in << ","
         << left.spent << "," << left.left() << "\n";
  }
}

// The year ahead: hledger makes the transactions of its rules, and we walk the days. Both begin with nothing.
void write_forecast(std::ofstream& journal, std::ofstream& ours, int number, const RandomLedger& ledger) {
  const Date first = ledger.agreement.first_day;
  for (const ExpectedPayment& payment : ledger.expected) {
    journal << "~ every " << payment.every_days << " days from " << payment.first.iso();
    if (payment.ends) journal << " to " << Date(payment.ends->days() + 1).iso();
    journal << "\n    " << number << ":assets  " << pounds(payment.amount.pence()) << "\n    other\n\n";
  }
  ours << "forecast," << number << ",days";
  for (const std::int64_t pence : forecast(0, first, Date(first.days() + forecast_days - 1), ledger.expected).pence)
    ours << "," << pence;
  ours << "\n";
}

// Cycles of days begin on any day, those of months on the first of one: hledger knows no others.
Date first_of(const PeriodLength& length, Dice& dice) {
  const Date day(Date::parse("2024-01-01").value().days() + static_cast<std::int32_t>(dice.between(0, 1000)));
  return length.months == 0 ? day : Date(day.days() - day.day() + 1);
}

std::string period_text(const PeriodLength& length, Date first) {
  const std::string every =
      length.months > 0 ? std::to_string(length.months) + " months" : std::to_string(length.days) + " days";
  const Date end(first.days() + RandomLedger::most_days);
  return "every " + every + " from " + first.iso() + " to " + end.iso();
}

void write_batch(const std::string& folder, int batch, int ledgers, Dice& dice) {
  const std::string path = folder + "/" + std::to_string(batch);
  constexpr PeriodLength lengths[] = {{28}, {0, 1}, {7}, {0, 3}, {14}, {30}, {91}, {0, 6}, {366}};
  const PeriodLength& length = lengths[static_cast<std::size_t>(batch) % std::size(lengths)];
  const Date first = first_of(length, dice);
  std::ofstream(path + ".period") << period_text(length, first);
  std::ofstream journal(path + ".journal");
  std::ofstream expected(path + ".expected");
  std::ofstream ours(path + ".csv");
  for (int i = 0; i < ledgers; ++i) {
    const RandomLedger ledger = oracle::random_ledger(dice, first, length);
    write_journal(journal, i, ledger);
    write_ours(ours, i, ledger);
    write_forecast(expected, ours, i, ledger);
  }
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 4) {
    std::fprintf(stderr, "usage: ledger_oracle FOLDER COUNT SEED\n");
    return 2;
  }
  const int ledgers = std::atoi(arguments[2]);
  Dice dice(std::strtoull(arguments[3], nullptr, 10));
  for (int batch = 0; batch * ledgers_in_batch < ledgers; ++batch)
    write_batch(arguments[1], batch, std::min(ledgers_in_batch, ledgers - batch * ledgers_in_batch), dice);
  return 0;
}
