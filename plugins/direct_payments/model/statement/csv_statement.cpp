#include "plugins/direct_payments/model/statement/csv_statement.hpp"

#include "app/base/text.hpp"
#include "plugins/direct_payments/model/statement/csv_columns.hpp"
#include "plugins/direct_payments/model/statement/csv_records.hpp"
#include "plugins/direct_payments/model/statement/raw_row.hpp"
#include "plugins/direct_payments/model/statement/settle_rows.hpp"
#include "plugins/direct_payments/model/statement/statement_text.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace alongside::direct_payments {
namespace {

constexpr std::string_view delimiters = ",;\t|";
constexpr std::size_t most_lines_before_header = 40;
constexpr std::size_t most_looks = 500;  // for one more header

struct Layout {
  char delimiter = ',';
  CsvColumns columns;
  std::uint32_t header_line = 0;  // 0: it has none
};

bool is_blank(const CsvRecord& record) {
  return std::all_of(record.source.begin(), record.source.end(), [](char c) {
    return static_cast<unsigned char>(c) <= ' ' || delimiters.find(c) != std::string_view::npos || c == '"';
  });
}

// Every name of the column for the day has "ate" in it, and to read names takes as long as to read ten lines.
bool may_name_a_day(std::string_view text) {
  for (std::size_t at = 2; at < text.size(); ++at) {
    if ((text[at] | ' ') == 'e' && (text[at - 1] | ' ') == 't' && (text[at - 2] | ' ') == 'a') return true;
  }
  return false;
}

std::optional<Layout> layout_by_header(std::string_view text, char delimiter) {
  CsvRecords records(text, delimiter);
  CsvRecord record;
  for (std::size_t i = 0; i < most_lines_before_header && records.next(record); ++i) {
    if (!may_name_a_day(record.source)) continue;
    if (const auto columns = CsvColumns::of_header(record.cells)) return Layout{delimiter, *columns, record.line};
  }
  return std::nullopt;
}

std::optional<Layout> layout_without_header(std::string_view text, char delimiter) {
  CsvRecords records(text, delimiter);
  CsvRecord record;
  while (records.next(record)) {
    if (is_blank(record)) continue;
    const auto columns = CsvColumns::of_first_record(record.cells);
    return columns ? std::optional(Layout{delimiter, *columns, 0}) : std::nullopt;
  }
  return std::nullopt;
}

std::optional<Layout> layout_of(std::string_view text) {
  for (const char delimiter : delimiters) {
    if (const auto layout = layout_by_header(text, delimiter)) return layout;
  }
  for (const char delimiter : delimiters) {
    if (const auto layout = layout_without_header(text, delimiter)) return layout;
  }
  return std::nullopt;
}

class CsvReader {
 public:
  explicit CsvReader(const Layout& layout) : columns_(layout.columns), header_line_(layout.header_line) {}

  RawRow read(const CsvRecord& record) {
    RawRow row;
    row.line = record.line;
    row.source = std::string(record.source.substr(0, StatementLine::most_source + 4));
    row.reason = reason_of(record);
    if (row.reason == LineReason::None) fill_in(row, record.cells);
    return row;
  }

 private:
  LineReason reason_of(const CsvRecord& record) {
    if (is_blank(record)) return LineReason::Blank;
    if (record.line < header_line_) return LineReason::Remark;
    if (has_control_characters(record.source)) return LineReason::NotText;
    if (record.reason != LineReason::None) return record.reason;
    // Files of several accounts or months repeat the header, and may have other columns below it.
    const bool has_day =
        columns_.cell(CsvColumn::Day, record.cells).find_first_of("0123456789") != std::string_view::npos;
    const bool may_be = !has_day && looks_left_ > 0 && may_name_a_day(record.source);
    if (may_be) --looks_left_;
    const auto columns = may_be ? CsvColumns::of_header(record.cells) : std::nullopt;
    if (columns) {
      columns_ = *columns;
      return LineReason::Header;
    }
    if (record.ends_with_file && record.cells.size() < columns_.count()) return LineReason::CutOff;
    return columns_.has_more(record.cells) ? LineReason::TooManyCells : LineReason::None;
  }

  void fill_in(RawRow& row, const std::vector<std::string>& cells) const {
    const auto cell = [&](CsvColumn column) { return columns_.cell(column, cells); };
    row.day = cell(CsvColumn::Day);
    row.amount = cell(CsvColumn::Amount);
    row.paid_out = cell(CsvColumn::PaidOut);
    row.paid_in = cell(CsvColumn::PaidIn);
    row.direction = cell(CsvColumn::Direction);
    row.fee = cell(CsvColumn::Fee);
    row.balance = cell(CsvColumn::Balance);
    row.currency = cell(CsvColumn::Currency);
    row.status = cell(CsvColumn::Status);
    row.bank_id = cell(CsvColumn::BankId);
    row.account = cell(CsvColumn::Account);
    const std::string_view payee = trim(cell(CsvColumn::Payee));
    const std::string_view text = trim(cell(CsvColumn::Text));
    row.text = !payee.empty() ? payee : !text.empty() ? text : cell(CsvColumn::Kind);
    row.reference = cell(CsvColumn::Reference);
    if (trim(row.reference).empty() && !payee.empty() && text != payee) row.reference = text;
  }

  CsvColumns columns_;
  std::uint32_t header_line_;
  std::size_t looks_left_ = most_looks;
};

std::optional<StatementFault> read_rows(std::string_view text, RowTaker& rows) {
  const auto layout = layout_of(text);
  if (!layout) return StatementFault::UnknownColumns;
  CsvReader reader(*layout);
  CsvRecords records(text, layout->delimiter);
  CsvRecord record;
  while (!rows.is_over() && records.next(record)) rows.take(reader.read(record));
  return std::nullopt;
}

}  // namespace

std::variant<Statement, StatementFault> read_csv_statement(std::string_view text) {
  return settle_rows(StatementFormat::Csv, text, read_rows);
}

}  // namespace alongside::direct_payments
