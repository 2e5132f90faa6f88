// Which period a return is about: they follow each other without a gap from the agreement's first, so that what one
// closes with is what the next opens with. Pure; used by both sides.
#pragma once

#include "plugins/direct_payments/model/agreement.hpp"
#include "plugins/direct_payments/model/ledger_rules.hpp"
#include "plugins/direct_payments/model/returns/return_record.hpp"

#include <span>
#include <vector>

namespace alongside::direct_payments {

// The id of the document of a period's return. Whoever knows the agreement can work it out; it opens nothing.
DocumentId return_id(DocumentId agreement, Date first);

// The closed ones among an agreement's returns, in order.
std::vector<SentPeriod> sent_periods(DocumentId agreement, std::span<const Return> returns);

// The one to be sent next: the earliest that was opened again, else the one after the last that was sent. An
// agreement whose cycle has changed goes on from where the last return ended.
SentPeriod next_period(DocumentId id, const Agreement& agreement, std::span<const Return> returns);

// Only the last sent can be opened again: what a later one opened with must not change.
const Return* last_sent(DocumentId agreement, std::span<const Return> returns);

}  // namespace alongside::direct_payments
