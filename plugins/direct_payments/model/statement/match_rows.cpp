#include "plugins/direct_payments/model/statement/match_rows.hpp"

#include "app/base/text.hpp"
#include "plugins/direct_payments/model/statement/bank_line.hpp"
#include "plugins/direct_payments/model/statement/places_by_key.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <optional>
#include <string>
#include <utility>

namespace alongside::direct_payments {
namespace {

// How far a day may be off: people remember the day they paid, banks the day they booked it.
constexpr std::int32_t most_days_typed = 7;
constexpr std::int32_t most_days_moved = 4;

using Places = std::vector<std::size_t>;  // in `known`

bool differ_where_both_are_given(const std::string& one, const std::string& other) {
  return !one.empty() && !other.empty() && one != other;
}

enum class Balances : std::uint8_t { Equal, NotBothGiven, Different };
Balances compare_balances(const StatementRow& one, const StatementRow& other) {
  if (!one.balance || !other.balance) return Balances::NotBothGiven;
  return *one.balance == *other.balance ? Balances::Equal : Balances::Different;
}

class Matcher {
 public:
  Matcher(std::span<const StatementRow> rows, std::span<const KnownPayment> known)
      : rows_(rows), known_(known), matches_(rows.size()), is_taken_(known.size()) {
    for (std::size_t i = 0; i < known.size(); ++i) {
      const StatementRow& row = known[i].row;
      if (!row.bank_id.empty()) by_id_[row.bank_id].push_back(i);
      by_key_[likeness_of(row)].push_back(i);
      by_amount_[std::to_string(row.amount.pence())].push_back(i);
    }
    for (const StatementRow& row : rows) {
      keys_.push_back(likeness_of(row));
      is_repeated_.push_back(!in_file_.try_emplace(keys_.back()).second);
      first_day_ = std::min(first_day_, row.day);
      final_day_ = std::max(final_day_, row.day);
    }
  }

  // The surest first, so that a row which is only like a payment does not take it from the one that is it.
  std::vector<RowMatch> match() {
    for_each_open([this](std::size_t at) { return by_bank_id(at); });
    for_each_open([this](std::size_t at) { return by_likeness(at, Balances::Equal, MatchReason::SameRow); });
    for_each_open([this](std::size_t at) { return by_likeness(at, Balances::NotBothGiven, MatchReason::SameRow); });
    for_each_open([this](std::size_t at) { return by_likeness(at, Balances::Different, MatchReason::BalanceDiffers); });
    for_each_open([this](std::size_t at) { return by_nearness(at); });
    for_each_open([this](std::size_t at) { return as_new(at); });
    std::vector<RowMatch> matches;
    for (const auto& match : matches_) matches.push_back(*match);
    return matches;
  }

 private:
  template <class Try>
  void for_each_open(const Try& attempt) {
    for (std::size_t at = 0; at < rows_.size(); ++at) {
      if (!matches_[at]) matches_[at] = attempt(at);
    }
  }

  std::optional<RowMatch> by_bank_id(std::size_t at) {
    const StatementRow& row = rows_[at];
    if (row.bank_id.empty()) return std::nullopt;
    const bool is_first = ids_in_file_.try_emplace(row.bank_id).second;
    const auto found = by_id_.find(row.bank_id);
    if (found == by_id_.end()) return is_first ? std::nullopt : std::optional(RowMatch{MatchReason::BankIdTwice, {}});
    for (const std::size_t place : found->second) {
      const StatementRow& known = known_[place].row;
      if (!is_taken_[place] && known.day == row.day && known.amount == row.amount)
        return take(place, MatchReason::SameBankId);
    }
    for (const std::size_t place : found->second) {
      if (!is_taken_[place]) return take(place, MatchReason::BankIdReused);
    }
    return RowMatch{MatchReason::BankIdTwice, known_[found->second.front()].transaction};
  }

  std::optional<RowMatch> by_likeness(std::size_t at, Balances balances, MatchReason reason) {
    const auto found = by_key_.find(keys_[at]);
    if (found == by_key_.end()) return std::nullopt;
    for (const std::size_t place : found->second) {
      const StatementRow& known = known_[place].row;
      if (is_taken_[place] || differ_where_both_are_given(known.bank_id, rows_[at].bank_id)) continue;
      if (compare_balances(known, rows_[at]) == balances) return take(place, reason);
    }
    return std::nullopt;
  }

  std::optional<RowMatch> by_nearness(std::size_t at) {
    const auto found = by_amount_.find(std::to_string(rows_[at].amount.pence()));
    if (found == by_amount_.end()) return std::nullopt;
    std::optional<std::pair<std::int32_t, std::size_t>> nearest;
    for (const std::size_t place : found->second) {
      const std::int32_t days = std::abs(days_between(known_[place].row.day, rows_[at].day));
      if (is_taken_[place] || !reason_near(at, place, days)) continue;
      if (!nearest || days < nearest->first) nearest = {days, place};
    }
    if (!nearest) return std::nullopt;
    return take(nearest->second, *reason_near(at, nearest->second, nearest->first));
  }

  std::optional<MatchReason> reason_near(std::size_t at, std::size_t place, std::int32_t days) const {
    const StatementRow& known = known_[place].row;
    if (known_[place].origin == PaymentOrigin::Person)
      return days <= most_days_typed ? std::optional(MatchReason::TypedByHand) : std::nullopt;
    // A payment from before this file, or after it, is one that the file need not have.
    const bool should_be_here = first_day_ <= known.day && known.day <= final_day_;
    if (!should_be_here || differ_where_both_are_given(known.bank_id, rows_[at].bank_id)) return std::nullopt;
    if (days == 0) return MatchReason::TextDiffers;
    const bool same_text = search_fold(known.text) == search_fold(rows_[at].text);
    return days <= most_days_moved && same_text ? std::optional(MatchReason::DayMoved) : std::nullopt;
  }

  RowMatch as_new(std::size_t at) const {
    const bool has_like = is_repeated_[at] || by_key_.contains(keys_[at]);
    return {has_like ? MatchReason::OneMore : MatchReason::NothingLikeIt, {}};
  }

  RowMatch take(std::size_t place, MatchReason reason) {
    is_taken_[place] = true;
    return {reason, known_[place].transaction};
  }

  std::span<const StatementRow> rows_;
  std::span<const KnownPayment> known_;
  std::vector<std::optional<RowMatch>> matches_;
  std::vector<bool> is_taken_;  // by a row of the file
  std::vector<std::string> keys_;
  std::vector<bool> is_repeated_;  // whether one like it stands above it in the file
  PlacesByKey by_id_;
  PlacesByKey by_key_;
  PlacesByKey by_amount_;  // of its pence
  // Only their keys: a set would be one more kind of table in the module.
  PlacesByKey ids_in_file_;
  PlacesByKey in_file_;
  Date first_day_ = last_date;
  Date final_day_ = first_date;
};

}  // namespace

std::vector<RowMatch> match_rows(std::span<const StatementRow> rows, std::span<const KnownPayment> known) {
  return Matcher(rows, known).match();
}

}  // namespace alongside::direct_payments
