// BankBalance: what a bank says was there before and after the payments of a file, beside what the ledger says of the
// same days. Pure. Shown by the statement screen, with reconcile() for what could explain a difference.
#pragma once

#include "plugins/direct_payments/model/statement/file_preview.hpp"
#include "plugins/direct_payments/model/statement/reconciliation.hpp"

#include <optional>
#include <span>
#include <vector>

namespace alongside::direct_payments {

struct BankBalance {
  Date first;  // of the payments in the file
  Date last;
  std::optional<Money> opening;  // before the first of them; nothing: the file does not say
  std::optional<Money> closing;
};

// Nothing when there are no rows. Files run oldest first or newest first, as each bank likes. Of OFX and CAMT, which
// tell no balance beside a payment, the closing one of the account that the rows are of: `last` is its day then.
std::optional<BankBalance> bank_balance(std::span<const PreviewRow> rows, const Statement& statement);

struct BalanceCheckup {
  std::int64_t bank = 0;    // what it says was there at the end, in pence
  std::int64_t ledger = 0;  // what we say, with the payments that are about to be added
  std::int64_t before = 0;  // what the two differed by already before the first day, as far as the bank says
  Reconciliation days;      // the days between, and what could explain the rest
  std::int64_t difference() const { return bank - ledger; }
};

// `closing`: the file's, or what a person typed.
BalanceCheckup check_against(const BankBalance& balance, Money closing, const FilePreview& preview,
                             std::span<const KnownPayment> known);

}  // namespace alongside::direct_payments
