#include "plugins/direct_payments/model/statement/balance_check.hpp"

#include "plugins/direct_payments/model/statement/statement.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

namespace alongside::direct_payments {
namespace {

using Lines = std::vector<const StatementLine*>;

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
Breaks breaks_in(const Lines& lines) {
  Breaks oldest_first;
  Breaks newest_first;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (!follows(*lines[i - 1], *lines[i])) oldest_first.add(*lines[i]);
    if (!follows(*lines[i], *lines[i - 1])) newest_first.add(*lines[i]);
  }
  return oldest_first.count <= newest_first.count ? oldest_first : newest_first;
}

}  // namespace

void check_balances(Statement& statement) {
  std::map<std::string_view, Lines> accounts;
  for (const StatementLine& line : statement.lines) {
    const bool counts = line.reason == LineReason::None || line.reason == LineReason::NoMoney;
    if (counts && line.row && line.row->balance) accounts[line.row->account].push_back(&line);
  }
  statement.balances = BalanceCheck::NotGiven;
  for (const auto& [account, lines] : accounts) {
    if (lines.size() < 2) continue;
    const Breaks breaks = breaks_in(lines);
    if (breaks.count > 0) {
      statement.balances = BalanceCheck::Broken;
      statement.balance_break_line = breaks.first_line;
      return;
    }
    statement.balances = BalanceCheck::Follow;
  }
}

}  // namespace alongside::direct_payments
