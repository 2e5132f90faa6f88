// A period as a file for the family's own years of records: CSV (RFC 4180, UTF-8 with a mark at its beginning, so that
// spreadsheets read it as such), formula-safe. Made on the device, so that it needs no network.
#pragma once

#include "plugins/direct_payments/model/returns/return_figures.hpp"
#include "plugins/direct_payments/model/spending/spend_question.hpp"

#include <span>
#include <string>
#include <string_view>

namespace alongside::direct_payments {

// The sums, then the lines of the plan, then every payment of the period in order of day, then what the council
// answered in writing before it was spent.
std::string return_file(DocumentId agreement, SentPeriod period, const ReturnFigures& figures,
                        std::span<const KeptTransaction> ledger, std::span<const SpendQuestion> answered = {});
// As an address that a browser saves under: data:text/csv, percent-encoded.
std::string data_address(std::string_view csv);

}  // namespace alongside::direct_payments
