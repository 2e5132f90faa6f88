// What the tests of returns share: a ledger whose transactions have the ids 1, 2, 3 …
#pragma once

#include "plugins/direct_payments/model/returns/return_figures.hpp"
#include "tests/support/family_sample.hpp"

#include <vector>

namespace alongside::testing {

// Valid as long as `ledger` is there.
inline std::vector<direct_payments::KeptTransaction> kept(const std::vector<direct_payments::Transaction>& ledger) {
  std::vector<direct_payments::KeptTransaction> kept;
  for (const direct_payments::Transaction& one : ledger)
    kept.push_back({id_number<DocumentId>(static_cast<std::uint8_t>(kept.size() + 1)), &one});
  return kept;
}

}  // namespace alongside::testing
