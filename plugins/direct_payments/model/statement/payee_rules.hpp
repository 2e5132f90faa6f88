// PayeeRules: what a family has said payments to somebody are for, so that the next bank's file suggests it.
// Learned from corrections and from nothing else. Pure data, kept with the family's own drafts.
#pragma once

#include "app/wire/schema.hpp"
#include "app/wire/types.hpp"
#include "plugins/direct_payments/model/account.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::direct_payments {

struct PayeeRule {
  using NeverGrows = void;
  std::string payee;  // as payee_in() gives it
  Account category = Account::OtherSpending;
  bool operator==(const PayeeRule&) const = default;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(payee), CEREAL_NVP(category));
  }
};

struct PayeeRules {
  static constexpr wire::SchemaId schema{221, 1};
  static constexpr std::size_t most_rules = 500;  // the one that was longest not corrected goes first

  std::vector<PayeeRule> rules;  // the last learned at the end
  wire::Tail tail{};

  // The latest word counts. Without a payee in the text there is nothing to learn.
  void learn(std::string_view text, Account category);
  std::optional<Account> suggest(std::string_view text) const;

  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(rules), tail);
  }
};

// Who was paid, out of what the bank writes: "CARD PAYMENT TO ALDERMERE SWIM CLUB ON 20 NOV BCC" is
// "aldermere swim club". Without numbers, days and the bank's own words, which change each time.
std::string payee_in(std::string_view text);

}  // namespace alongside::direct_payments
