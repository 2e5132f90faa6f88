// Account: where money is, where it came from and what it was spent on, in the words of double-entry
// bookkeeping. Numbers are stored in ledgers for years: append only. Used by every transaction.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace alongside::direct_payments {

enum class Account : std::uint8_t {
  Bank,                // the family's own account for the payment
  PrepaidCard,         // or a card the council loads
  ManagedAccount,      // or somebody who keeps it for them
  CouncilPayment,      // income: what the council pays
  FamilyContribution,  // income: what the family adds
  OpeningBalance,      // equity: what was there before this ledger began
  PersonalAssistant,   // spending, by category of the plan
  Activities,
  Travel,
  Overnight,
  Equipment,
  Training,
  EmployerCosts,
  OtherSpending,
  RepaidToCouncil,
};
inline constexpr std::size_t account_count = 15;
constexpr bool is_known(Account account) { return static_cast<std::size_t>(account) < account_count; }

enum class AccountKind : std::uint8_t { Asset, Income, Equity, Expense };

constexpr AccountKind kind_of(Account account) {
  if (account <= Account::ManagedAccount) return AccountKind::Asset;
  if (account <= Account::FamilyContribution) return AccountKind::Income;
  return account == Account::OpeningBalance ? AccountKind::Equity : AccountKind::Expense;
}

constexpr std::string_view name_of(Account account) {
  constexpr std::string_view names[account_count] = {
      "bank",   "prepaid card", "managed account", "council payment", "family contribution", "opening balance",
      "pa",     "activities",   "travel",          "overnight",       "equipment",           "training",
      "employ", "other",        "repaid"};
  return names[static_cast<std::size_t>(account)];
}

}  // namespace alongside::direct_payments
