#include "plugins/direct_payments/model/statement/ofx_statement.hpp"

#include "app/base/text.hpp"
#include "plugins/direct_payments/model/statement/markup_reader.hpp"
#include "plugins/direct_payments/model/statement/raw_row.hpp"
#include "plugins/direct_payments/model/statement/settle_rows.hpp"
#include "plugins/direct_payments/model/statement/statement_text.hpp"

#include <optional>
#include <string>
#include <utility>

namespace alongside::direct_payments {
namespace {

std::string in_capitals(std::string_view name) {
  std::string capitals(name);
  for (char& c : capitals) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return capitals;
}

class OfxReader {
 public:
  OfxReader(std::string_view text, RowTaker& rows) : markup_(text), rows_(rows) {}

  std::optional<StatementFault> read() {
    MarkupToken token;
    while (!rows_.is_over() && markup_.next(token)) {
      if (token.kind == MarkupKind::Open) open(token);
      if (token.kind == MarkupKind::Text) text(token.text);
      if (token.kind == MarkupKind::Close) close(in_capitals(token.name));
    }
    if (token.kind == MarkupKind::Doctype) return StatementFault::Doctype;
    if (row_) finish(LineReason::CutOff);
    return std::nullopt;
  }

 private:
  void open(const MarkupToken& token) {
    field_ = in_capitals(token.name);
    const std::string_view field = field_;  // two of these are compared by their lengths first
    if (field == "ORIGCURRENCY" || field == "BANKACCTTO" || field == "CCACCTTO") apart_ = field_;
    if (field != "STMTTRN" && field != "STMTTRNP" && field != "LEDGERBAL") return;
    if (row_) finish(LineReason::None);
    row_.emplace();
    row_->line = token.line;
    row_->account = account_;
    row_->currency = currency_;
    if (field == "STMTTRNP") row_->status = "pending";
  }

  void close(const std::string& name) {
    field_.clear();
    if (name == apart_) apart_.clear();
    // The end of the list ends its last payment, should that one not be closed.
    if (row_ && (name.starts_with("STMTTRN") || name.starts_with("BANKTRANLIST") || name == "LEDGERBAL"))
      finish(LineReason::None);
  }

  void text(const std::string& text) {
    const std::string_view value = trim(text);
    if (value.empty() || field_.empty() || !apart_.empty()) return;
    if (row_) {
      put(value);
    } else if (field_ == "CURDEF") {
      currency_ = value;
    } else if (field_ == "ACCTID") {
      account_ = value;
    }
    field_.clear();
  }

  void put(std::string_view value) {
    const std::string_view field = field_;
    if (has_control_characters(value)) row_->reason = LineReason::NotText;
    if (field == "DTPOSTED" || field == "DTASOF" || (field == "DTTRAN" && row_->day.empty())) row_->day = value;
    if (field == "BALAMT") row_->balance = value;
    if (field == "TRNAMT") row_->amount = value;
    if (field == "FITID") row_->bank_id = value;
    if (field == "NAME") row_->text = value;
    if (field == "MEMO") memo_ = value;
    if (field == "CURSYM") row_->currency = value;
    if (field == "CHECKNUM" || field == "REFNUM") row_->reference = value;
  }

  void finish(LineReason reason) {
    if (row_->reason == LineReason::None) row_->reason = reason;
    if (row_->text.empty()) {
      row_->text = std::move(memo_);
    } else if (!memo_.empty() && memo_ != row_->text) {
      row_->reference = std::move(memo_);
    }
    row_->source = row_->day + " " + row_->amount + row_->balance + " " + row_->text;
    rows_.take(*row_);
    row_.reset();
    memo_.clear();
    apart_.clear();
  }

  MarkupReader markup_;
  RowTaker& rows_;
  std::optional<RawRow> row_;
  std::string field_;  // the tag whose text comes next
  std::string apart_;  // the aggregate, about something else, that we are in
  std::string memo_;
  std::string account_;
  std::string currency_;
};

}  // namespace

std::variant<Statement, StatementFault> read_ofx_statement(std::string_view text) {
  return settle_rows(StatementFormat::Ofx, text,
                     [](std::string_view whole, RowTaker& rows) { return OfxReader(whole, rows).read(); });
}

}  // namespace alongside::direct_payments
