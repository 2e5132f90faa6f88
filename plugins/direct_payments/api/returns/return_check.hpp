// check_returns: what `ledger check` asks of returns: that each sent one says what the ledger says of its period, that
// editions add up and follow each other, and that the council's own rows and the family's document are of one mind.
#pragma once

#include "app/base/result.hpp"
#include "app/server/invariants.hpp"
#include "plugins/direct_payments/model/transaction.hpp"

#include <cstddef>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace alongside::direct_payments {

// The transactions as families see them, by household, agreement and id.
using SeenLedger = std::map<std::tuple<HouseholdId, DocumentId, DocumentId>, Transaction>;
using ErasedAgreements = std::set<std::pair<HouseholdId, DocumentId>>;

// Adds a sentence for each place that does not fit, with the return, its edition and the figure. How many returns there
// are.
Result<std::size_t> check_returns(server::InvariantContext& context, const SeenLedger& ledger,
                                  const ErasedAgreements& erased, server::Findings& findings);

}  // namespace alongside::direct_payments
