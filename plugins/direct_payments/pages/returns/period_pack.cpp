#include "plugins/direct_payments/pages/returns/period_pack.hpp"

#include "app/plugin_api/records.hpp"
#include "plugins/direct_payments/pages/receipts.hpp"

#include <algorithm>

namespace alongside::direct_payments {

std::vector<Return> returns_in(const Book& book) {
  std::vector<Return> returns;
  for (const BookReturn& one : book.returns) returns.push_back(one.content);
  return returns;
}

std::vector<KeptTransaction> kept_in(const Book& book) {
  std::vector<KeptTransaction> kept;
  for (const BookEntry& entry : book.entries) kept.push_back({entry.id, &entry.transaction});
  return kept;
}

PeriodPack period_pack(const Book& book, const Records& records, DocumentId agreement, SentPeriod period,
                       const ReturnRules& rules) {
  const std::vector<KeptTransaction> kept = kept_in(book);
  PeriodPack pack;
  pack.period = period;
  pack.figures = return_figures(agreement, period, kept, book.planned_items());
  std::vector<KeptTransaction> asked = receipts_asked(agreement, period, kept, rules.receipt_from);
  std::stable_sort(asked.begin(), asked.end(), [](const KeptTransaction& a, const KeptTransaction& b) {
    return a.transaction->day < b.transaction->day;
  });
  for (const KeptTransaction& one : asked) {
    if (receipts_of(records, one.id).empty()) pack.without_receipt.push_back(one.id);
  }
  return pack;
}

}  // namespace alongside::direct_payments
