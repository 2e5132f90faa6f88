#include "plugins/direct_payments/model/statement/read_statement.hpp"

#include "app/base/text.hpp"
#include "plugins/direct_payments/model/statement/camt_statement.hpp"
#include "plugins/direct_payments/model/statement/csv_statement.hpp"
#include "plugins/direct_payments/model/statement/ofx_statement.hpp"
#include "plugins/direct_payments/model/statement/qif_statement.hpp"
#include "plugins/direct_payments/model/statement/statement_text.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>

namespace alongside::direct_payments {
namespace {

constexpr std::size_t looked_at = 4096;

// Files that people take for the right one.
std::optional<StatementFault> other_format(std::string_view bytes) {
  if (bytes.starts_with("%PDF")) return StatementFault::Pdf;
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("\xD0\xCF\x11\xE0")) return StatementFault::Spreadsheet;
  return std::nullopt;
}

bool has_tag(std::string_view text, std::string_view name) {
  for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
    if (at > 0 && (text[at - 1] == '<' || text[at - 1] == ':')) return true;
  }
  return false;
}

bool has_line(std::string_view text, std::string_view line) {
  for (const std::string_view each : split(text, '\n')) {
    if (trim(each) == line) return true;
  }
  return false;
}

bool looks_like_qif(std::string_view start) {
  return start[0] == '!' || (std::string_view("DTP").find(start[0]) != std::string_view::npos && has_line(start, "^"));
}

std::variant<Statement, StatementFault> read_by_format(std::string_view text) {
  const std::string_view start = trim(text).substr(0, looked_at);
  if (start.empty()) return StatementFault::Empty;
  if (start.starts_with("OFXHEADER") || (start[0] == '<' && (has_tag(start, "OFX>") || has_tag(start, "ofx>"))))
    return read_ofx_statement(text);
  if (start[0] == '<') {
    return has_tag(start, "BkToCstmrStmt") ? read_camt_statement(text)
                                           : std::variant<Statement, StatementFault>(StatementFault::UnknownFormat);
  }
  return looks_like_qif(start) ? read_qif_statement(text) : read_csv_statement(text);
}

}  // namespace

std::variant<Statement, StatementFault> read_statement(std::string_view bytes) {
  if (bytes.size() > Statement::most_bytes) return StatementFault::TooLarge;
  if (bytes.find_first_not_of('\0') == std::string_view::npos) return StatementFault::Empty;
  if (const auto fault = other_format(bytes)) return *fault;
  return read_by_format(decode_statement_text(bytes));
}

}  // namespace alongside::direct_payments
