// settle_rows: turns what the lines of a file say into days and pence, all lines together, because how
// the file writes days and amounts shows only in some of them. The last step of every format's reader.
#pragma once

#include "plugins/direct_payments/model/statement/raw_row.hpp"
#include "plugins/direct_payments/model/statement/statement.hpp"

#include <vector>

namespace alongside::direct_payments {

Statement settle_rows(StatementFormat format, std::vector<RawRow> rows);

}  // namespace alongside::direct_payments
