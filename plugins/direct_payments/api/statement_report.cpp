#include "plugins/direct_payments/api/statement_report.hpp"

#include "app/wire/json.hpp"
#include "plugins/direct_payments/api/statement_words.hpp"
#include "plugins/direct_payments/model/statement/match_rows.hpp"
#include "plugins/direct_payments/model/statement/read_statement.hpp"

#include <cstddef>
#include <fstream>
#include <utility>
#include <variant>

namespace alongside::direct_payments {
namespace {

// A line of the other file stands in for a transaction of the ledger.
DocumentId transaction_of_line(std::uint32_t line) {
  IdBytes bytes{};
  for (std::size_t i = 0; i < 4; ++i) bytes[i] = static_cast<std::uint8_t>(line >> (8 * i));
  return DocumentId(bytes);
}
std::optional<std::uint32_t> line_of_transaction(DocumentId transaction) {
  std::uint32_t line = 0;
  for (std::size_t i = 0; i < 4; ++i) line |= std::uint32_t{transaction.bytes()[i]} << (8 * i);
  return line == 0 ? std::nullopt : std::optional(line);
}

std::vector<KnownPayment> payments_in(const Statement& statement) {
  std::vector<KnownPayment> payments;
  for (const StatementLine& line : statement.lines) {
    if (line.verdict() == LineVerdict::Row)
      payments.push_back({transaction_of_line(line.line), *line.row, PaymentOrigin::Statement});
  }
  return payments;
}

void count(StatementReport& report, const RowMatch& match, const StatementRow& row) {
  switch (match.verdict()) {
    case MatchVerdict::New:
      ++report.new_rows;
      report.new_pence += row.amount.pence();
      break;
    case MatchVerdict::Have: ++report.have_rows; break;
    case MatchVerdict::NotSure: ++report.not_sure_rows; break;
  }
}

void append_padded(std::string& out, std::string_view text, std::size_t width) {
  out += text;
  out.append(text.size() < width ? width - text.size() : 1, ' ');
}

}  // namespace

StatementReport report_on(const Statement& statement, const Statement& known) {
  StatementReport report;
  report.format = statement.format;
  report.day_order = statement.day_order;
  report.day_order_is_shown = statement.day_order_is_shown;
  report.decimal_mark = statement.decimal_mark;
  report.balances = statement.balances;
  report.balance_break_line = statement.balance_break_line;
  const auto rows = statement.rows();
  const auto matches = match_rows(rows, payments_in(known));
  std::size_t next = 0;
  for (const StatementLine& line : statement.lines) {
    StatementReportLine told{line.line,
                             std::string(name_of(line.verdict())),
                             std::string(name_of(line.reason)),
                             std::string(words_for(line.reason)),
                             {},
                             line.row,
                             line.source};
    if (line.verdict() == LineVerdict::Skipped) ++report.skipped_lines;
    if (line.verdict() == LineVerdict::Refused) ++report.refused_lines;
    if (line.verdict() == LineVerdict::Row) {
      const RowMatch& match = matches[next++];
      told.verdict = name_of(match.verdict());
      told.reason = name_of(match.reason);
      told.why = words_for(match.reason);
      told.may_be_line = line_of_transaction(match.transaction);
      count(report, match, *line.row);
    }
    report.lines.push_back(std::move(told));
  }
  return report;
}

std::string as_json(const StatementReport& report) { return wire::to_json(report) + "\n"; }

std::string as_text(const StatementReport& report) {
  std::string out;
  for (const StatementReportLine& line : report.lines) {
    append_padded(out, std::to_string(line.line), 7);
    append_padded(out, line.verdict, 10);
    if (line.row) {
      append_padded(out, line.row->day.iso(), 12);
      const bool is_balance = line.reason == name_of(LineReason::BalanceOnly) && line.row->balance;
      append_padded(out, (is_balance ? *line.row->balance : line.row->amount).text(), 14);
      append_padded(out, line.row->text, 32);
    }
    out += line.why + "\n";
  }
  out += std::to_string(report.new_rows) + " new, " + std::to_string(report.have_rows) + " there already, " +
         std::to_string(report.not_sure_rows) + " not sure, " + std::to_string(report.refused_lines) + " refused, " +
         std::to_string(report.skipped_lines) + " lines without a payment\n";
  if (report.balances == BalanceCheck::Broken) {
    out += "The balances do not follow from the payments at line " + std::to_string(report.balance_break_line) +
           ": a payment may be missing there.\n";
  }
  return out;
}

Result<Statement> read_statement_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string bytes(Statement::most_bytes + 1, '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!file.is_open() || file.bad()) return Error{ErrorCode::NotFound, path + ": the file cannot be read"};
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  auto read = read_statement(bytes);
  if (const auto* fault = std::get_if<StatementFault>(&read))
    return Error{ErrorCode::InvalidInput, path + ": " + std::string(words_for(*fault))};
  return std::get<Statement>(std::move(read));
}

}  // namespace alongside::direct_payments
