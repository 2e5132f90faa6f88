#include "plugins/direct_payments/model/statement/statement.hpp"

namespace alongside::direct_payments {

std::vector<StatementRow> Statement::rows() const {
  std::vector<StatementRow> rows;
  for (const StatementLine& line : lines) {
    if (line.reason == LineReason::None && line.row) rows.push_back(*line.row);
  }
  return rows;
}

}  // namespace alongside::direct_payments
