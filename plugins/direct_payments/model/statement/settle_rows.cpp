#include "plugins/direct_payments/model/statement/settle_rows.hpp"

#include "app/base/text.hpp"
#include "app/base/utf8.hpp"
#include "plugins/direct_payments/model/statement/balance_check.hpp"
#include "plugins/direct_payments/model/statement/statement_amount.hpp"
#include "plugins/direct_payments/model/statement/statement_day.hpp"
#include "plugins/direct_payments/model/statement/statement_text.hpp"
#include "plugins/direct_payments/model/transaction.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>
#include <variant>

namespace alongside::direct_payments {
namespace {

using ReadAmount = std::variant<Money, LineReason>;

enum class Direction : std::uint8_t { Unsaid, In, Out, Unknown };

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

Direction direction_of(std::string_view cell) {
  const std::string word = search_fold(trim(cell));
  if (word.empty()) return Direction::Unsaid;
  if (is_one_of(word, {"crdt", "credit", "cr", "c", "in", "paid in", "money in"})) return Direction::In;
  if (is_one_of(word, {"dbit", "debit", "dr", "d", "out", "paid out", "money out"})) return Direction::Out;
  return Direction::Unknown;
}

bool may_still_change(std::string_view status) {
  if (status.empty() || is_digit(status[0])) return false;  // as every day that was booked
  const std::string word = search_fold(trim(status));
  return is_one_of(word,
                   {"pending", "pdng", "declined", "reverted", "cancelled", "canceled", "failed", "refused", "info"});
}

bool is_pounds(std::string_view currency) {
  const std::string word = search_fold(trim(currency));
  return is_one_of(word, {"", "gbp", "£", "pounds", "pound sterling"});
}

Money negated(Money money) { return Money::of_known(-money.pence()); }

class Settler {
 public:
  explicit Settler(const NotationEvidence& notation)
      : day_order_(notation.day_order()), mark_(notation.decimal_mark()) {}

  StatementLine settle(const RawRow& raw) const {
    StatementLine line;
    line.line = raw.line;
    line.source = clean_text(text_prefix(raw.source, StatementLine::most_source));
    line.reason = raw.reason;
    if (line.reason == LineReason::None) line.reason = read(raw, line.row);
    return line;
  }

 private:
  LineReason read(const RawRow& raw, std::optional<StatementRow>& into) const {
    const bool has_amount =
        !is_blank_amount(raw.amount) || !is_blank_amount(raw.paid_out) || !is_blank_amount(raw.paid_in);
    const bool is_balance = !has_amount && !is_blank_amount(raw.balance);
    const bool has_day = !trim(raw.day).empty();
    if (may_still_change(raw.status) || may_still_change(raw.day)) return LineReason::NotBooked;
    if (!has_amount && !is_balance && !has_day) return LineReason::Remark;
    const auto day = read_statement_day(raw.day, day_order_);
    if (const auto* reason = std::get_if<LineReason>(&day)) {
      if (is_balance) return LineReason::BalanceOnly;
      return *reason == LineReason::NotADay && !has_amount ? LineReason::Remark : *reason;
    }
    const ReadAmount amount = is_balance   ? ReadAmount(Money())
                              : has_amount ? amount_of(raw)
                                           : ReadAmount(LineReason::NoAmount);
    if (const auto* reason = std::get_if<LineReason>(&amount)) return *reason;
    StatementRow row{std::get<Date>(day), std::get<Money>(amount), {}, {}, {}, {}, {}};
    row.text = tidy_text(raw.text);
    row.reference = tidy_text(raw.reference);
    row.bank_id = tidy_text(raw.bank_id);
    row.account = account_ending(raw.account);
    const LineReason balance = read_balance(raw.balance, row);
    into = std::move(row);
    if (is_balance) return LineReason::BalanceOnly;
    return balance != LineReason::None ? balance : last_doubts(raw, into->amount);
  }

  LineReason last_doubts(const RawRow& raw, Money amount) const {
    if (!is_pounds(raw.currency)) return LineReason::OtherCurrency;
    if (!is_blank_amount(raw.fee) && read_statement_amount(raw.fee, mark_) != ReadAmount(Money()))
      return LineReason::FeeApart;
    return amount == Money() ? LineReason::NoMoney : LineReason::None;
  }

  ReadAmount amount_of(const RawRow& raw) const {
    const bool has_columns = !is_blank_amount(raw.paid_out) || !is_blank_amount(raw.paid_in);
    const ReadAmount by_columns = has_columns ? amount_in_columns(raw) : ReadAmount(Money());
    if (has_columns && is_blank_amount(raw.amount)) return by_columns;
    const ReadAmount amount = signed_amount(raw);
    if (has_columns && std::holds_alternative<Money>(amount) && amount != by_columns)
      return LineReason::AmountsDisagree;
    return amount;
  }

  ReadAmount signed_amount(const RawRow& raw) const {
    const ReadAmount read = within_limit(raw.amount);
    const auto* money = std::get_if<Money>(&read);
    if (money == nullptr) return read;
    const Direction direction = direction_of(raw.direction);
    if (direction == Direction::Unsaid) return *money;
    if (direction == Direction::Unknown) return LineReason::SignUnclear;
    if (direction == Direction::Out) return *money < Money() ? *money : negated(*money);
    return *money < Money() ? ReadAmount(LineReason::SignUnclear) : *money;
  }

  // Some banks write what was paid out with a minus and some without: it is out in both cases.
  ReadAmount amount_in_columns(const RawRow& raw) const {
    const ReadAmount out = is_blank_amount(raw.paid_out) ? ReadAmount(Money()) : within_limit(raw.paid_out);
    const ReadAmount in = is_blank_amount(raw.paid_in) ? ReadAmount(Money()) : within_limit(raw.paid_in);
    const auto* paid_out = std::get_if<Money>(&out);
    const auto* paid_in = std::get_if<Money>(&in);
    if (paid_out == nullptr) return out;
    if (paid_in == nullptr) return in;
    if (*paid_out != Money() && *paid_in != Money()) return LineReason::BothDirections;
    if (*paid_in < Money()) return LineReason::SignUnclear;
    if (*paid_in != Money()) return *paid_in;
    return *paid_out < Money() ? *paid_out : negated(*paid_out);
  }

  ReadAmount within_limit(std::string_view cell) const {
    const ReadAmount read = read_statement_amount(cell, mark_);
    const auto* money = std::get_if<Money>(&read);
    if (money == nullptr) return read;
    const bool is_within = money->pence() <= Transaction::most_pence && money->pence() >= -Transaction::most_pence;
    return is_within ? read : ReadAmount(LineReason::AmountTooLarge);
  }

  LineReason read_balance(std::string_view cell, StatementRow& row) const {
    if (is_blank_amount(cell)) return LineReason::None;
    const ReadAmount read = read_statement_amount(cell, mark_);
    if (std::holds_alternative<LineReason>(read)) return LineReason::BadBalance;
    row.balance = std::get<Money>(read);
    return LineReason::None;
  }

  DayOrder day_order_;
  DecimalMark mark_;
};

void look_at(const RawRow& row, NotationEvidence& evidence) {
  if (row.reason != LineReason::None) return;
  evidence.look_at_day(row.day);
  for (const std::string* cell : {&row.amount, &row.paid_out, &row.paid_in, &row.balance})
    evidence.look_at_amount(*cell);
}

}  // namespace

void RowTaker::take(const RawRow& row) {
  if (is_settling_) {
    statement_.lines.push_back(Settler(evidence_).settle(row));
  } else {
    ++rows_;
    look_at(row, evidence_);
  }
}

std::variant<Statement, StatementFault> settle_rows(StatementFormat format, std::string_view text, ReadRows read) {
  RowTaker rows;
  if (const auto fault = read(text, rows)) return *fault;
  if (rows.is_over()) return StatementFault::TooManyLines;
  Statement& statement = rows.statement_;
  statement.format = format;
  statement.day_order = rows.evidence_.day_order();
  statement.day_order_is_shown = rows.evidence_.day_order_is_shown();
  statement.decimal_mark = rows.evidence_.decimal_mark();
  statement.lines.reserve(rows.rows_);
  rows.is_settling_ = true;
  if (rows.rows_ > 0) read(text, rows);
  check_balances(statement);
  return std::move(statement);
}

}  // namespace alongside::direct_payments
