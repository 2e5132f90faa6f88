// Transaction: money that moved, as double-entry bookkeeping writes it: postings that sum to zero.
// Never edited: a mistake is undone by a second transaction that reverses it. A document of facet
// Money whose id is the id of the operation that made it.
#pragma once

#include "app/base/ids.hpp"
#include "app/wire/schema.hpp"
#include "app/wire/types.hpp"
#include "plugins/direct_payments/model/account.hpp"
#include "plugins/direct_payments/model/bank_note.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace alongside::direct_payments {

struct Posting {
  using NeverGrows = void;
  Account account = Account::Bank;
  Money amount;  // above zero into the account, below zero out of it
  bool operator==(const Posting&) const = default;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(account), CEREAL_NVP(amount));
  }
};

struct Transaction {
  static constexpr wire::SchemaId schema{201, 1};
  static constexpr std::size_t fewest_postings = 2;
  static constexpr std::size_t most_postings = 8;
  static constexpr std::size_t most_letters = 200;
  static constexpr std::int64_t most_pence = 10'000'000;  // £100,000 in one posting

  DocumentId agreement;
  Date day;
  std::vector<Posting> postings;
  std::string text;  // what it was; of a reversal, why
  ServiceId service;
  DocumentId plan_item;             // nil: it was not planned. Only a pointer: the plan may have changed since
  DocumentId reverses;              // nil, unless this undoes another
  PersonId recorded_by;             // nil: the council
  std::int64_t recorded_at_ms = 0;  // by the server's clock
  std::optional<BankNote> bank;     // when it came out of a bank's file
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(agreement), CEREAL_NVP(day), CEREAL_NVP(postings), CEREAL_NVP(text), CEREAL_NVP(service),
            CEREAL_NVP(plan_item), CEREAL_NVP(reverses), CEREAL_NVP(recorded_by), CEREAL_NVP(recorded_at_ms),
            wire::appended(CEREAL_NVP(bank)), tail);
  }
};

}  // namespace alongside::direct_payments
