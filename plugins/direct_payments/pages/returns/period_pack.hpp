// PeriodPack: what a return of one period says and what it lacks, as this device knows it. Worked out anew when the
// records have changed. Used by the screens of returns.
#pragma once

#include "plugins/direct_payments/model/book.hpp"
#include "plugins/direct_payments/model/guide.hpp"
#include "plugins/direct_payments/model/returns/return_figures.hpp"

#include <string>
#include <vector>

namespace alongside {
class Records;
}

namespace alongside::direct_payments {

// A book's returns without how far they have come, for the rules.
std::vector<Return> returns_in(const Book& book);
// A book's transactions with their ids; valid as long as the book is.
std::vector<KeptTransaction> kept_in(const Book& book);

struct PeriodPack {
  SentPeriod period;
  ReturnFigures figures;
  std::vector<DocumentId> without_receipt;  // payments that the council wants one for, oldest first
};

PeriodPack period_pack(const Book& book, const Records& records, DocumentId agreement, SentPeriod period,
                       const ReturnRules& rules);

}  // namespace alongside::direct_payments
