// settle_rows: turns what the lines of a file say into days and pence, all lines together, because how
// the file writes days and amounts shows only in some of them. So a file is read twice, and no raw row is kept: first
// each is asked what it shows, then each is settled. Every format's reader hands its rows to a RowTaker.
#pragma once

#include "plugins/direct_payments/model/statement/raw_row.hpp"
#include "plugins/direct_payments/model/statement/statement.hpp"

#include <optional>
#include <string_view>
#include <variant>

namespace alongside::direct_payments {

class RowTaker;
// Hands every row of the text to the taker, the same ones each time; ends when that has too many.
using ReadRows = std::optional<StatementFault> (*)(std::string_view text, RowTaker& rows);

std::variant<Statement, StatementFault> settle_rows(StatementFormat format, std::string_view text, ReadRows read);

class RowTaker {
 public:
  void take(const RawRow& row);
  // Whether there are more than a statement may have.
  bool is_over() const { return rows_ > Statement::most_lines; }

 private:
  friend std::variant<Statement, StatementFault> settle_rows(StatementFormat, std::string_view, ReadRows);

  std::size_t rows_ = 0;
  bool is_settling_ = false;
  NotationEvidence evidence_;
  Statement statement_;
};

}  // namespace alongside::direct_payments
