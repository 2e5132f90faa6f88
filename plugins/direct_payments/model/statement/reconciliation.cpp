#include "plugins/direct_payments/model/statement/reconciliation.hpp"

#include "plugins/direct_payments/model/statement/match_rows.hpp"
#include "plugins/direct_payments/model/statement/places_by_key.hpp"

#include <string>
#include <utility>

namespace alongside::direct_payments {
namespace {

bool are_swapped(std::int64_t one, std::int64_t other) {
  if ((one < 0) != (other < 0) || one == other) return false;
  std::string digits = std::to_string(one < 0 ? -one : one);
  const std::string wanted = std::to_string(other < 0 ? -other : other);
  if (digits.size() != wanted.size()) return false;
  for (std::size_t i = 1; i < digits.size(); ++i) {
    std::swap(digits[i - 1], digits[i]);
    if (digits == wanted) return true;
    std::swap(digits[i - 1], digits[i]);
  }
  return false;
}

class Search {
 public:
  Search(Reconciliation& found, std::span<const StatementRow> rows, std::span<const KnownPayment> ledger)
      : found_(found), rows_(rows), ledger_(ledger), matches_(match_rows(rows, ledger)) {
    for (const RowMatch& match : matches_) {
      if (match.verdict() == MatchVerdict::Have) at_bank_[match.transaction.text()];
    }
  }

  // What explains it without anybody's mistake in typing comes first.
  void run() {
    const std::int64_t difference = found_.difference();
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (matches_[i].verdict() != MatchVerdict::Have && rows_[i].amount.pence() == difference)
        add({DifferenceKind::NotInLedger, i, {}, rows_[i].amount});
    }
    for_each_not_at_bank([&](const KnownPayment& payment, std::int64_t pence) {
      if (pence == -difference) add({DifferenceKind::NotAtBank, 0, payment.transaction, Money()});
    });
    for_each_not_at_bank([&](const KnownPayment& payment, std::int64_t pence) {
      if (-2 * pence == difference) add({DifferenceKind::OtherWay, 0, payment.transaction, Money::of_known(-pence)});
    });
    // Two digits that changed places always make a difference that nine divides.
    if (difference % 9 != 0) return;
    for_each_not_at_bank([&](const KnownPayment& payment, std::int64_t pence) {
      if (are_swapped(pence, pence + difference))
        add({DifferenceKind::SwappedDigits, 0, payment.transaction, Money::of_known(pence + difference)});
    });
  }

 private:
  template <class Look>
  void for_each_not_at_bank(const Look& look) {
    for (const KnownPayment& payment : ledger_) {
      if (!at_bank_.contains(payment.transaction.text())) look(payment, payment.row.amount.pence());
    }
  }

  void add(DifferenceHint hint) {
    if (found_.hints.size() < Reconciliation::most_hints) found_.hints.push_back(std::move(hint));
  }

  Reconciliation& found_;
  std::span<const StatementRow> rows_;
  std::span<const KnownPayment> ledger_;
  std::vector<RowMatch> matches_;
  PlacesByKey at_bank_;  // the ledger's payments that the bank has for certain
};

}  // namespace

Reconciliation reconcile(Money opening, Money closing, std::span<const StatementRow> rows,
                         std::span<const KnownPayment> ledger) {
  Reconciliation found;
  found.bank_pence = closing.pence() - opening.pence();
  for (const KnownPayment& payment : ledger) found.ledger_pence += payment.row.amount.pence();
  if (!found.agrees()) Search(found, rows, ledger).run();
  return found;
}

}  // namespace alongside::direct_payments
