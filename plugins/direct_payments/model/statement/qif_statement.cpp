#include "plugins/direct_payments/model/statement/qif_statement.hpp"

#include "app/base/text.hpp"
#include "plugins/direct_payments/model/statement/raw_row.hpp"
#include "plugins/direct_payments/model/statement/settle_rows.hpp"
#include "plugins/direct_payments/model/statement/statement_text.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace alongside::direct_payments {
namespace {

constexpr std::size_t most_value_bytes = 4096;

bool is_of_payments(std::string_view type) {
  const std::string word = search_fold(trim(type));
  return word == "bank" || word == "cash" || word == "ccard" || word == "oth a" || word == "oth l";
}

class QifReader {
 public:
  explicit QifReader(RowTaker& rows) : rows_(rows) {}

  void read(std::string_view text) {
    for (std::uint32_t number = 1; !text.empty() && !rows_.is_over(); ++number) {
      const std::size_t end = std::min(text.find('\n'), text.size() - 1);
      read_line(text.substr(0, end + 1), number);
      text.remove_prefix(end + 1);
    }
    if (row_) finish(LineReason::CutOff);
  }

 private:
  void read_line(std::string_view line, std::uint32_t number) {
    const std::string_view text = trim(line);
    if (text.empty()) return;
    if (text[0] == '!') return begin_section(text, number);
    if (text[0] == '^') {
      if (row_) finish(is_read_ ? LineReason::None : LineReason::OtherSection);
      return;
    }
    if (!row_) {
      row_.emplace();
      row_->line = number;
    }
    if (row_->source.size() < StatementLine::most_source)
      row_->source += std::string(text.substr(0, StatementLine::most_source)) + " ";
    put(text[0], trim(text.substr(1)));
  }

  void begin_section(std::string_view text, std::uint32_t number) {
    if (row_) finish(LineReason::CutOff);
    constexpr std::string_view type = "!type:";
    const bool is_type = search_fold(text.substr(0, type.size())) == type;
    const bool is_option = search_fold(text).starts_with("!option") || search_fold(text).starts_with("!clear");
    if (is_type) is_read_ = is_of_payments(text.substr(type.size()));
    if (!is_type && !is_option) is_read_ = false;  // !Account: about accounts, not payments
    RawRow header;
    header.line = number;
    header.reason = LineReason::Header;
    header.source = text.substr(0, StatementLine::most_source);
    rows_.take(header);
  }

  void put(char letter, std::string_view value) {
    if (has_control_characters(value)) row_->reason = LineReason::NotText;
    if (value.size() > most_value_bytes) row_->reason = LineReason::CellTooLong;
    switch (letter) {
      case 'D': row_->day = value; break;
      case 'T': row_->amount = value; break;
      case 'U':
        if (row_->amount.empty()) row_->amount = value;
        break;
      case 'P': row_->text = value; break;
      case 'M': memo_ = value; break;
      case 'N': row_->reference = value; break;
      default: break;  // categories, splits, addresses: the ledger has its own
    }
  }

  void finish(LineReason reason) {
    if (row_->reason == LineReason::None) row_->reason = reason;
    // How QIF says what was in the account before.
    constexpr std::string_view opening = "opening balance";
    if (row_->reason == LineReason::None && row_->text.size() < 2 * opening.size() &&
        search_fold(row_->text) == opening)
      row_->reason = LineReason::BalanceOnly;
    if (row_->text.empty()) {
      row_->text = std::move(memo_);
    } else if (!memo_.empty()) {
      row_->reference = std::move(memo_);
    }
    memo_.clear();
    rows_.take(*row_);
    row_.reset();
  }

  RowTaker& rows_;
  std::optional<RawRow> row_;
  std::string memo_;
  bool is_read_ = true;  // whether this section is of payments; some banks write no header
};

}  // namespace

std::variant<Statement, StatementFault> read_qif_statement(std::string_view text) {
  return settle_rows(StatementFormat::Qif, text,
                     [](std::string_view whole, RowTaker& rows) -> std::optional<StatementFault> {
                       QifReader(rows).read(whole);
                       return std::nullopt;
                     });
}

}  // namespace alongside::direct_payments
