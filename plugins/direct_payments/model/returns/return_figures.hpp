// The figures of a return, worked out from the ledger and the plan: the same on the device, where the person checks
// them, and at the council, which takes no others. Pure.
#pragma once

#include "plugins/direct_payments/model/money_left.hpp"
#include "plugins/direct_payments/model/returns/return_period.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace alongside::direct_payments {

// A transaction as kept: what takes it back points to it by its id.
struct KeptTransaction {
  DocumentId id;
  const Transaction* transaction = nullptr;
};

// Lines stand in order of name, what was not planned after them in order of category.
ReturnFigures return_figures(DocumentId agreement, SentPeriod period, std::span<const KeptTransaction> ledger,
                             std::span<const PlannedItem> plan);

// The spends of the period for which a receipt of `receipt_from` or more is asked: not what was taken back, and not
// what went back to the council. Nothing when none is asked.
std::vector<KeptTransaction> receipts_asked(DocumentId agreement, SentPeriod period,
                                            std::span<const KeptTransaction> ledger, std::optional<Money> receipt_from);

// What the statement leaves open: days of the period it does not cover, and pence by which it and the ledger differ.
struct StatementGap {
  std::int32_t days_missing = 0;
  std::int64_t difference = 0;  // the bank's less ours
  bool none() const { return days_missing == 0 && difference == 0; }
};
StatementGap gap_of(const StatementNote& statement, SentPeriod period, const ReturnFigures& figures);

}  // namespace alongside::direct_payments
