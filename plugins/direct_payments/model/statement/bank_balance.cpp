#include "plugins/direct_payments/model/statement/bank_balance.hpp"

#include "plugins/direct_payments/model/statement/places_by_key.hpp"

#include <algorithm>
#include <utility>

namespace alongside::direct_payments {
namespace {

bool is_after(const PreviewRow& earlier, const PreviewRow& later) {
  if (!earlier.row.balance || !later.row.balance) return false;
  return earlier.row.balance->pence() + later.row.amount.pence() == later.row.balance->pence();
}

bool runs_newest_first(std::span<const PreviewRow> rows) {
  if (rows.front().row.day != rows.back().row.day) return rows.front().row.day > rows.back().row.day;
  std::size_t forwards = 0;
  std::size_t backwards = 0;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    forwards += is_after(rows[i - 1], rows[i]) ? 1 : 0;
    backwards += is_after(rows[i], rows[i - 1]) ? 1 : 0;
  }
  return backwards > forwards;
}

// A balance of an earlier day than the last payment's tells nothing of it.
void find_closing(BankBalance& balance, const Statement& statement, const std::string& account) {
  if (statement.format != StatementFormat::Ofx && statement.format != StatementFormat::Camt053) return;
  for (const StatementLine& line : statement.lines) {
    if (line.reason != LineReason::BalanceOnly || !line.row) continue;
    if (line.row->account != account || line.row->day < balance.last) continue;
    balance.last = line.row->day;
    balance.closing = line.row->balance;
  }
}

}  // namespace

std::optional<BankBalance> bank_balance(std::span<const PreviewRow> rows, const Statement& statement) {
  if (rows.empty()) return std::nullopt;
  const auto by_day = [](const PreviewRow& a, const PreviewRow& b) { return a.row.day < b.row.day; };
  const auto [first, last] = std::minmax_element(rows.begin(), rows.end(), by_day);
  BankBalance balance;
  balance.first = first->row.day;
  balance.last = last->row.day;
  const bool is_turned = runs_newest_first(rows);
  const PreviewRow& oldest = is_turned ? rows.back() : rows.front();
  const PreviewRow& newest = is_turned ? rows.front() : rows.back();
  if (oldest.row.balance) {
    const auto before = oldest.row.balance->minus(oldest.row.amount);
    if (before.ok()) balance.opening = before.value();
  }
  balance.closing = newest.row.balance;
  if (!balance.closing) find_closing(balance, statement, newest.row.account);
  return balance;
}

BalanceCheckup check_against(const BankBalance& balance, Money closing, const FilePreview& preview,
                             std::span<const KnownPayment> known) {
  BalanceCheckup checkup;
  checkup.bank = closing.pence();
  std::int64_t before = 0;
  std::vector<KnownPayment> days;
  std::vector<StatementRow> rows;
  PlacesByKey there;
  for (const PreviewRow& row : preview.rows) {
    rows.push_back(row.row);
    if (row.standing == RowStanding::New) days.push_back({DocumentId(), row.row, PaymentOrigin::Statement});
    if (row.standing == RowStanding::Have) there[row.transaction.text()];
  }
  for (const KnownPayment& payment : known) {
    // People remember the day they paid: what a row of the file is belongs to the file's days.
    const bool is_there = there.contains(payment.transaction.text());
    if (is_there || (balance.first <= payment.row.day && payment.row.day <= balance.last)) days.push_back(payment);
    if (!is_there && payment.row.day < balance.first) before += payment.row.amount.pence();
  }
  checkup.ledger = before;
  for (const KnownPayment& payment : days) checkup.ledger += payment.row.amount.pence();
  const Money opening = balance.opening.value_or(money_of(before));
  checkup.before = opening.pence() - before;
  checkup.days = reconcile(opening, closing, rows, days);
  return checkup;
}

}  // namespace alongside::direct_payments
