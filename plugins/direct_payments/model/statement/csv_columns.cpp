#include "plugins/direct_payments/model/statement/csv_columns.hpp"

#include "app/base/text.hpp"
#include "plugins/direct_payments/model/statement/statement_amount.hpp"
#include "plugins/direct_payments/model/statement/statement_day.hpp"

#include <string_view>
#include <utility>
#include <variant>

namespace alongside::direct_payments {
namespace {

// Letters in place: a module has to put each pointer right when it is loaded.
struct Heading {
  char name[25];
  CsvColumn column;
};

// The better name for a column first: a file may have several of them. In small letters, without signs.
constexpr Heading headings[] = {
    {"date", CsvColumn::Day},
    {"transaction date", CsvColumn::Day},
    {"completed date", CsvColumn::Day},
    {"date completed utc", CsvColumn::Day},
    {"booking date", CsvColumn::Day},
    {"posting date", CsvColumn::Day},
    {"posted date", CsvColumn::Day},
    {"date posted", CsvColumn::Day},
    {"posted transactions date", CsvColumn::Day},
    {"date processed", CsvColumn::Day},
    {"created", CsvColumn::Day},
    {"created on", CsvColumn::Day},
    {"date and time", CsvColumn::Day},
    {"value date", CsvColumn::Day},
    {"started date", CsvColumn::Day},
    {"amount", CsvColumn::Amount},
    {"value", CsvColumn::Amount},
    {"transaction amount", CsvColumn::Amount},
    {"billing amount", CsvColumn::Amount},
    {"net amount", CsvColumn::Amount},
    {"paid out", CsvColumn::PaidOut},
    {"money out", CsvColumn::PaidOut},
    {"debit amount", CsvColumn::PaidOut},
    {"debit", CsvColumn::PaidOut},
    {"debits", CsvColumn::PaidOut},
    {"withdrawals", CsvColumn::PaidOut},
    {"withdrawal", CsvColumn::PaidOut},
    {"payments out", CsvColumn::PaidOut},
    {"out", CsvColumn::PaidOut},
    {"paid in", CsvColumn::PaidIn},
    {"money in", CsvColumn::PaidIn},
    {"credit amount", CsvColumn::PaidIn},
    {"credit", CsvColumn::PaidIn},
    {"credits", CsvColumn::PaidIn},
    {"deposits", CsvColumn::PaidIn},
    {"deposit", CsvColumn::PaidIn},
    {"payments in", CsvColumn::PaidIn},
    {"in", CsvColumn::PaidIn},
    {"credit debit indicator", CsvColumn::Direction},
    {"credit debit", CsvColumn::Direction},
    {"debit credit", CsvColumn::Direction},
    {"cr dr", CsvColumn::Direction},
    {"dr cr", CsvColumn::Direction},
    {"fee", CsvColumn::Fee},
    {"fees", CsvColumn::Fee},
    {"balance", CsvColumn::Balance},
    {"running balance", CsvColumn::Balance},
    {"account balance", CsvColumn::Balance},
    {"currency", CsvColumn::Currency},
    {"amount currency", CsvColumn::Currency},
    {"status", CsvColumn::Status},
    {"state", CsvColumn::Status},
    {"transaction status", CsvColumn::Status},
    {"counter party", CsvColumn::Payee},
    {"counterparty", CsvColumn::Payee},
    {"counter party name", CsvColumn::Payee},
    {"counterparty name", CsvColumn::Payee},
    {"payee", CsvColumn::Payee},
    {"merchant name", CsvColumn::Payee},
    {"merchant", CsvColumn::Payee},
    {"name", CsvColumn::Payee},
    {"description", CsvColumn::Text},
    {"transaction description", CsvColumn::Text},
    {"transaction details", CsvColumn::Text},
    {"details", CsvColumn::Text},
    {"merchant description", CsvColumn::Text},
    {"narrative", CsvColumn::Text},
    {"memo", CsvColumn::Text},
    {"transaction", CsvColumn::Text},
    {"reference", CsvColumn::Reference},
    {"payment reference", CsvColumn::Reference},
    {"notes", CsvColumn::Reference},
    {"notes and tags", CsvColumn::Reference},
    {"type", CsvColumn::Kind},
    {"transaction type", CsvColumn::Kind},
    {"subcategory", CsvColumn::Kind},
    {"transaction id", CsvColumn::BankId},
    {"id", CsvColumn::BankId},
    {"fitid", CsvColumn::BankId},
    {"account number", CsvColumn::Account},
    {"account", CsvColumn::Account},
    {"iban", CsvColumn::Account},
};

// "Amount (GBP)", "Balance (£)" and " Paid out" by their words alone.
std::string heading_words(std::string_view cell) {
  std::string words;
  for (const char c : search_fold(cell)) {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (is_letter) words += c;
    if (!is_letter && !words.empty() && words.back() != ' ') words += ' ';
  }
  while (words.ends_with(' ')) words.pop_back();
  if (words.ends_with(" gbp")) words.resize(words.size() - 4);
  return words;
}

bool is_day(std::string_view cell) {
  return std::holds_alternative<Date>(read_statement_day(cell, DayOrder::DayFirst)) ||
         std::holds_alternative<Date>(read_statement_day(cell, DayOrder::MonthFirst));
}

bool is_amount(std::string_view cell) {
  return !is_blank_amount(cell) && (std::holds_alternative<Money>(read_statement_amount(cell, DecimalMark::Point)) ||
                                    std::holds_alternative<Money>(read_statement_amount(cell, DecimalMark::Comma)));
}

}  // namespace

std::optional<CsvColumns> CsvColumns::of_header(std::span<const std::string> cells) {
  CsvColumns columns;
  if (cells.size() < 2) return std::nullopt;  // a day and an amount
  std::array<std::string, 64> words;
  columns.count_ = cells.size() < words.size() ? cells.size() : words.size();
  for (std::size_t i = 0; i < columns.count_; ++i) words[i] = heading_words(cells[i]);
  for (const Heading& heading : headings) {
    for (std::size_t i = 0; i < columns.count_; ++i) {
      // By the first letter first: every line of a file without a header comes here.
      if (words[i][0] == heading.name[0] && words[i] == heading.name) columns.put(heading.column, i);
    }
  }
  const auto has = [&columns](CsvColumn column) { return columns.at_[static_cast<std::size_t>(column)] >= 0; };
  // Some banks have one column of amounts and call it "Debit/Credit".
  if (!has(CsvColumn::Amount) && !has(CsvColumn::PaidOut) && has(CsvColumn::Direction))
    std::swap(columns.at_[static_cast<std::size_t>(CsvColumn::Amount)],
              columns.at_[static_cast<std::size_t>(CsvColumn::Direction)]);
  const bool has_amounts = has(CsvColumn::Amount) || (has(CsvColumn::PaidOut) && has(CsvColumn::PaidIn));
  return has(CsvColumn::Day) && has_amounts ? std::optional(columns) : std::nullopt;
}

std::optional<CsvColumns> CsvColumns::of_first_record(std::span<const std::string> cells) {
  std::size_t count = cells.size();
  while (count > 0 && trim(cells[count - 1]).empty()) --count;
  if (count != 3 && count != 4) return std::nullopt;
  if (!is_day(cells[0]) || is_amount(cells[1]) || !is_amount(cells[2])) return std::nullopt;
  if (count == 4 && !is_amount(cells[3])) return std::nullopt;
  CsvColumns columns;
  columns.count_ = count;
  columns.put(CsvColumn::Day, 0);
  columns.put(CsvColumn::Text, 1);
  columns.put(CsvColumn::Amount, 2);
  if (count == 4) columns.put(CsvColumn::Balance, 3);
  return columns;
}

// The first name that is found keeps the column.
void CsvColumns::put(CsvColumn column, std::size_t at) {
  std::int8_t& place = at_[static_cast<std::size_t>(column)];
  if (place < 0) place = static_cast<std::int8_t>(at);
}

std::string_view CsvColumns::cell(CsvColumn column, std::span<const std::string> cells) const {
  const std::int8_t at = at_[static_cast<std::size_t>(column)];
  if (at < 0 || static_cast<std::size_t>(at) >= cells.size()) return {};
  return cells[static_cast<std::size_t>(at)];
}

bool CsvColumns::has_more(std::span<const std::string> cells) const {
  for (std::size_t i = count_; i < cells.size(); ++i) {
    if (!trim(cells[i]).empty()) return true;
  }
  return false;
}

}  // namespace alongside::direct_payments
