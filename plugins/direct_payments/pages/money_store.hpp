// MoneyStore: the family's money for the screens: the book made of the records, and what is left in the
// present period. Works things out anew only when the records or the day have changed. Owned by the
// plugin, shared by its pages and its summary.
#pragma once

#include "app/plugin_api/host.hpp"
#include "app/plugin_api/records.hpp"
#include "plugins/direct_payments/model/book.hpp"

#include <string>
#include <vector>

namespace alongside::direct_payments {

class MoneyStore {
 public:
  explicit MoneyStore(Host& host) : host_(host) {}

  // One agreement as the screens show it. Valid until the next frame.
  struct View {
    const BookAgreement* agreement = nullptr;
    MoneyLeft left;
    std::vector<const BookEntry*> entries;  // newest first
    std::vector<const BookPlan*> plan;      // of the present period, in order of name
  };

  bool is_signed_in() const;
  const Book& book();
  const std::vector<View>& views();
  // The one that the address names ("?for=" its id), else the first; null when there is none.
  const View* view_for(const Route& route);
  const View* view_of(DocumentId agreement);

  std::string name_of_child(const wire::Subject& subject) const;  // empty when not known
  // What of a plan item is still to be spent in the present period, in pence.
  std::int64_t still_to_spend(const BookPlan& plan) const;

 private:
  void refresh();

  Host& host_;
  std::uint64_t edition_ = 0;
  Date today_;
  bool is_fresh_ = false;
  Book book_;
  std::vector<Transaction> ledger_;
  std::vector<View> views_;
};

}  // namespace alongside::direct_payments
