// The libFuzzer targets for banks' files, one for each format: built with STATEMENT_READER as the reader to
// try. Findings are crashes, sanitizer reports, and broken promises: a payment that the ledger could not
// take, a line left out of the report, or a file that, added twice, adds something. Run by tests/fuzz/run.sh.
#include "app/base/utf8.hpp"
#include "plugins/direct_payments/model/statement/camt_statement.hpp"
#include "plugins/direct_payments/model/statement/csv_statement.hpp"
#include "plugins/direct_payments/model/statement/match_rows.hpp"
#include "plugins/direct_payments/model/statement/ofx_statement.hpp"
#include "plugins/direct_payments/model/statement/qif_statement.hpp"
#include "plugins/direct_payments/model/statement/statement_text.hpp"
#include "plugins/direct_payments/model/transaction.hpp"
#include "tests/fuzz/promise.hpp"

#include <string_view>

namespace {

using namespace alongside;
using fuzz::promise;
using namespace alongside::direct_payments;

void check_row(const StatementRow& row) {
  const std::int64_t pence = row.amount.pence();
  promise(pence != 0, "a payment moves money");
  promise(pence <= Transaction::most_pence && pence >= -Transaction::most_pence, "the ledger can take it");
  promise(row.day.year() >= 1980 && row.day.year() <= 2099, "its day is one of ours");
  for (const std::string* text : {&row.text, &row.reference, &row.bank_id, &row.account})
    promise(is_text(*text) && code_points(*text) <= StatementRow::most_letters, "its words are text, and short");
}

void check_lines(const Statement& statement) {
  std::uint32_t before = 0;
  for (const StatementLine& line : statement.lines) {
    promise(line.line >= before, "lines come in the file's order");
    promise(statement.format != StatementFormat::Csv || line.line > before, "and once each");
    promise(is_text(line.source), "what is shown of a line is text");
    if (line.verdict() == LineVerdict::Row) check_row(line.row.value());
    before = line.line;
  }
}

void check_twice(const std::vector<StatementRow>& rows) {
  std::vector<KnownPayment> known;
  for (const StatementRow& row : rows) known.push_back({{}, row, PaymentOrigin::Statement});
  for (const RowMatch& match : match_rows(rows, known))
    promise(match.verdict() == MatchVerdict::Have, "a file that is there already adds nothing");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = decode_statement_text({reinterpret_cast<const char*>(data), size});
  const auto read = STATEMENT_READER(text);
  const auto* statement = std::get_if<Statement>(&read);
  if (statement == nullptr) return 0;
  check_lines(*statement);
  check_twice(statement->rows());
  return 0;
}
