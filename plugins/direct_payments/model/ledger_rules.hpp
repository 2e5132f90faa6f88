// The rules of the ledger, the same on the device and at the council: what a transaction and a plan
// item must be, what undoes a transaction, and what stands in an account. Pure; whoever is told of a
// fault shows it by its name.
#pragma once

#include "plugins/direct_payments/model/agreement.hpp"
#include "plugins/direct_payments/model/plan_item.hpp"
#include "plugins/direct_payments/model/transaction.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace alongside::direct_payments {

enum class LedgerFault : std::uint8_t {
  PostingCount,
  UnknownAccount,
  NoAmount,
  AmountTooLarge,
  Unbalanced,
  BadText,
  BeforeAgreement,
  AfterAgreement,
  TooFarAhead,
  BadUnits,
  NotForFamilies,  // only the council writes what the council paid
  PeriodSent,      // the return of these days is with the council
  BadPattern,      // how a line of the plan comes again makes no sense
};
constexpr std::string_view name_of(LedgerFault fault) {
  constexpr std::string_view names[] = {"posting_count", "unknown_account", "no_amount",        "amount_too_large",
                                        "unbalanced",    "bad_text",        "before_agreement", "after_agreement",
                                        "too_far_ahead", "bad_units",       "not_for_families", "period_sent",
                                        "bad_pattern"};
  return names[static_cast<unsigned>(fault)];
}

// Not blank, at most Transaction::most_letters, no control characters.
bool is_fit_text(std::string_view text);

std::optional<LedgerFault> check_postings(std::span<const Posting> postings);
std::optional<LedgerFault> check_transaction(const Transaction& transaction, const Agreement& agreement, Date latest);
// What is more to ask of a transaction that a family recorded.
std::optional<LedgerFault> check_family_transaction(const Transaction& transaction);
// A family takes back what a family recorded, and nothing that takes back itself.
bool may_be_reversed(const Transaction& transaction);
std::optional<LedgerFault> check_plan_item(const PlanItem& item, const Agreement& agreement);

// The transaction that undoes this one, on the same day, so that the sums of its period are as they
// were before. Its `reverses` and `recorded_*` are for the caller to fill in.
Transaction reversal(const Transaction& transaction, std::string_view reason);

// Days whose return is with the council: both are counted.
struct SentPeriod {
  Date first;
  Date last;
  bool holds(Date day) const { return first <= day && day <= last; }
  bool operator==(const SentPeriod&) const = default;
};
// Nothing dated in a sent period is added, taken back, planned or planned otherwise, until the council opens it again.
std::optional<LedgerFault> check_not_sent(Date day, std::span<const SentPeriod> sent);

// In pence: a sum over thousands of transactions each within its limits cannot leave 64 bits.
std::int64_t balance(Account account, std::span<const Transaction> ledger);

}  // namespace alongside::direct_payments
