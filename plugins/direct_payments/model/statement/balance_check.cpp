#include "plugins/direct_payments/model/statement/balance_check.hpp"

#include "plugins/direct_payments/model/statement/places_by_key.hpp"
#include "plugins/direct_payments/model/statement/statement.hpp"

#include <algorithm>
#include <cstddef>
#include <span>

namespace alongside::direct_payments {
namespace {

bool follows(const StatementLine& earlier, const StatementLine& later) {
  return earlier.row->balance->pence() + later.row->amount.pence() == later.row->balance->pence();
}

struct Breaks {
  std::size_t count = 0;
  std::uint32_t first_line = 0;
  void add(const StatementLine& line) {
    if (count++ == 0) first_line = line.line;
  }
};

// In the order in which most of them follow; a file's order is its bank's habit.
Breaks breaks_in(const Statement& statement, std::span<const std::size_t> lines) {
  Breaks oldest_first;
  Breaks newest_first;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const StatementLine& before = statement.lines[lines[i - 1]];
    const StatementLine& line = statement.lines[lines[i]];
    if (!follows(before, line)) oldest_first.add(line);
    if (!follows(line, before)) newest_first.add(line);
  }
  return oldest_first.count <= newest_first.count ? oldest_first : newest_first;
}

}  // namespace

void check_balances(Statement& statement) {
  PlacesByKey accounts;
  for (std::size_t i = 0; i < statement.lines.size(); ++i) {
    const StatementLine& line = statement.lines[i];
    const bool counts = line.reason == LineReason::None || line.reason == LineReason::NoMoney;
    if (counts && line.row && line.row->balance) accounts[line.row->account].push_back(i);
  }
  statement.balances = BalanceCheck::NotGiven;
  for (const auto& [account, lines] : accounts) {
    if (lines.size() < 2) continue;
    const Breaks breaks = breaks_in(statement, lines);
    if (statement.balances == BalanceCheck::NotGiven) statement.balances = BalanceCheck::Follow;
    if (breaks.count == 0) continue;
    // The first of the file, whichever account it is of.
    const bool is_first =
        statement.balances == BalanceCheck::Follow || breaks.first_line < statement.balance_break_line;
    if (is_first) statement.balance_break_line = breaks.first_line;
    statement.balances = BalanceCheck::Broken;
  }
}

}  // namespace alongside::direct_payments
