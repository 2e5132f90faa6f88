// RowMatch: whether a payment of a bank's file is new to the ledger, in it already, or neither for certain,
// and why. Made by match_rows() for every row; shown before anything is added.
#pragma once

#include "app/base/ids.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace alongside::direct_payments {

enum class MatchVerdict : std::uint8_t { New, Have, NotSure };
constexpr std::string_view name_of(MatchVerdict verdict) {
  constexpr std::string_view names[] = {"new", "have", "not_sure"};
  return names[static_cast<std::size_t>(verdict)];
}

enum class MatchReason : std::uint8_t {
  // New:
  NothingLikeIt,
  OneMore,  // the same as one that is known or stands above it, but the file has more of them
  // Have:
  SameBankId,
  SameRow,
  // NotSure, each with the payment that it may be:
  BankIdTwice,     // the bank gives one number to two payments
  BankIdReused,    // and the payment we know by it has another day or amount
  BalanceDiffers,  // the same in all but the balance after it
  TypedByHand,     // somebody recorded this amount near that day
  TextDiffers,     // the same day and amount, which this file has under no other text
  DayMoved,        // the same but a few days apart, and this file does not have the other
};
inline constexpr std::size_t match_reason_count = 10;
constexpr std::string_view name_of(MatchReason reason) {
  constexpr std::string_view names[match_reason_count] = {
      "nothing_like_it", "one_more",        "same_bank_id",  "same_row",     "bank_id_twice",
      "bank_id_reused",  "balance_differs", "typed_by_hand", "text_differs", "day_moved"};
  return names[static_cast<std::size_t>(reason)];
}

constexpr MatchVerdict verdict_of(MatchReason reason) {
  if (reason <= MatchReason::OneMore) return MatchVerdict::New;
  return reason <= MatchReason::SameRow ? MatchVerdict::Have : MatchVerdict::NotSure;
}

struct RowMatch {
  MatchReason reason = MatchReason::NothingLikeIt;
  DocumentId transaction;  // the one that it is, or may be; nil when it is new
  MatchVerdict verdict() const { return verdict_of(reason); }
  bool operator==(const RowMatch&) const = default;
};

}  // namespace alongside::direct_payments
