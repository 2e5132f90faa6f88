// RowNotes: what a person said about lines of their bank's files: which kind of payment one is, that it is the same as
// one in the ledger, or that it is not this money. Kept as their own draft, so that the same file is not asked about
// twice.
#pragma once

#include "app/base/ids.hpp"
#include "app/wire/schema.hpp"
#include "app/wire/types.hpp"
#include "plugins/direct_payments/model/account.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::direct_payments {

enum class RowChoice : std::uint8_t { Counts, SameAs, NotOurs };
constexpr bool is_known(RowChoice choice) { return choice <= RowChoice::NotOurs; }

struct RowNote {
  using NeverGrows = void;
  std::string line;  // line_key() of the row
  RowChoice choice = RowChoice::Counts;
  Account category = Account::OtherSpending;  // of what counts
  DocumentId plan_item;                       // nil: it was not planned
  DocumentId transaction;                     // that it is the same as
  bool operator==(const RowNote&) const = default;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(line), CEREAL_NVP(choice), CEREAL_NVP(category), CEREAL_NVP(plan_item), CEREAL_NVP(transaction));
  }
};

struct RowNotes {
  static constexpr wire::SchemaId schema{230, 1};
  static constexpr std::size_t most_notes = 2000;  // the oldest go first

  std::vector<RowNote> notes;  // the last said at the end
  wire::Tail tail{};

  void say(RowNote note);
  void unsay(std::string_view line);
  const RowNote* find(std::string_view line) const;

  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(notes), tail);
  }
};

}  // namespace alongside::direct_payments
