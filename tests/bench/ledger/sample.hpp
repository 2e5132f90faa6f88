// The rows that ours and every peer get: a bank's file with a year of payments, the same each time.
#pragma once

#include "plugins/direct_payments/model/forecast.hpp"
#include "plugins/direct_payments/model/statement/statement_row.hpp"

#include <string>
#include <vector>

namespace alongside::bench {

inline constexpr int periods = 13;  // of four weeks

std::vector<direct_payments::StatementRow> sample_rows(int count);
std::string as_csv(const std::vector<direct_payments::StatementRow>& rows);
std::string as_journal(const std::vector<direct_payments::StatementRow>& rows);
// One JSON object a line, for a peer that takes neither.
std::string as_json(const std::vector<direct_payments::StatementRow>& rows);

Date sample_first_day();
std::vector<direct_payments::ExpectedPayment> sample_expected();
std::string expected_journal();

}  // namespace alongside::bench
