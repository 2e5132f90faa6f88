// Reconciliation: whether the ledger and the bank agree over a stretch of days, to £0.00; and when they do not,
// which payments could explain it. Pure. The hints are questions, not answers: nothing is changed by itself.
#pragma once

#include "app/base/ids.hpp"
#include "app/base/money.hpp"
#include "plugins/direct_payments/model/statement/known_payment.hpp"
#include "plugins/direct_payments/model/statement/statement_row.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace alongside::direct_payments {

enum class DifferenceKind : std::uint8_t {
  NotInLedger,    // the bank has a payment of just that amount which the ledger has not
  NotAtBank,      // the ledger has one which the bank has not: recorded twice, or not booked yet
  OtherWay,       // money in recorded as money out, or the reverse
  SwappedDigits,  // £54.00 for £45.00
};
constexpr std::string_view name_of(DifferenceKind kind) {
  constexpr std::string_view names[] = {"not_in_ledger", "not_at_bank", "other_way", "swapped_digits"};
  return names[static_cast<std::size_t>(kind)];
}

struct DifferenceHint {
  DifferenceKind kind = DifferenceKind::NotInLedger;
  std::size_t row = 0;     // of the statement, for NotInLedger
  DocumentId transaction;  // of the ledger, for the others
  Money should_be;         // the amount that would make it agree
  bool operator==(const DifferenceHint&) const = default;
};

struct Reconciliation {
  static constexpr std::size_t most_hints = 5;  // more would be no help

  std::int64_t bank_pence = 0;    // closing less opening
  std::int64_t ledger_pence = 0;  // the sum of the ledger's payments of these days
  std::vector<DifferenceHint> hints;
  std::int64_t difference() const { return bank_pence - ledger_pence; }
  bool agrees() const { return difference() == 0; }
};

// `rows` are the bank's payments between the two balances, `ledger` ours of the same days and account.
Reconciliation reconcile(Money opening, Money closing, std::span<const StatementRow> rows,
                         std::span<const KnownPayment> ledger);

}  // namespace alongside::direct_payments
