// BankNote: what a payment that came out of a bank's file keeps of its line, so that the same line is known again on
// every device. Part of a transaction; its text is the bank's own.
#pragma once

#include "app/wire/types.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace alongside::direct_payments {

struct BankNote {
  using NeverGrows = void;
  static constexpr std::uint32_t most_alike = 1000;

  std::string bank_id;           // the bank's own number for it; empty: it gave none
  std::optional<Money> balance;  // of the account after it
  std::uint32_t ordinal = 0;     // among payments of one day, amount and text, which are as many payments
  bool operator==(const BankNote&) const = default;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(bank_id), CEREAL_NVP(balance), CEREAL_NVP(ordinal));
  }
};

}  // namespace alongside::direct_payments
