// StatementRow: one payment as a bank's file tells it, whatever kind of file that was. Made by
// read_statement(), compared by match_rows(), shown before anything is added to the ledger.
#pragma once

#include "app/wire/types.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace alongside::direct_payments {

struct StatementRow {
  using NeverGrows = void;
  static constexpr std::size_t most_letters = 200;  // of a text; what a bank writes beyond is cut

  Date day;
  Money amount;                  // above zero into the account, below zero out of it
  std::string text;              // who was paid, or what the bank says it was
  std::string reference;         // empty: none given, as are the next two
  std::string bank_id;           // the bank's own number for this payment
  std::string account;           // the last four letters of the account's number
  std::optional<Money> balance;  // of the account after it
  bool operator==(const StatementRow&) const = default;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(day), CEREAL_NVP(amount), CEREAL_NVP(text), CEREAL_NVP(reference), CEREAL_NVP(bank_id),
            CEREAL_NVP(account), CEREAL_NVP(balance));
  }
};

}  // namespace alongside::direct_payments
