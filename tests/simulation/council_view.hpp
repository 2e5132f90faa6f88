// CouncilView: what the council's tables say, read with SQL of the simulator's own and not through the
// code under test. Made by SimServer at rest and at each feed page; read by the checks.
#pragma once

#include "app/base/bytes.hpp"
#include "app/base/date.hpp"
#include "app/base/ids.hpp"
#include "app/base/result.hpp"
#include "app/wire/messages/document.hpp"
#include "app/wire/messages/push.hpp"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace alongside::server {
class Database;
}

namespace alongside::simulation {

struct KeptResult {
  OperationId operation;
  PersonId person;
  DeviceId device;
  std::uint64_t sequence = 0;
  wire::Outcome outcome = wire::Outcome::Applied;
};

struct FeedOf {
  std::uint64_t end = 0;
  std::vector<std::uint64_t> places;  // in order
};

// A payment in the council's own ledger.
struct LedgerLines {
  int lines = 0;
  int seals = 0;
  std::int64_t sum = 0;
  std::int64_t bank = 0;  // pence into or out of the bank
};

struct CouncilView {
  std::vector<KeptResult> results;  // in order of person, device and sequence
  std::map<OperationId, int> audited;
  std::vector<wire::Document> documents;                         // present ones
  std::set<std::tuple<PersonId, PersonId, wire::Facet>> shares;  // owner lets viewer see
  std::map<PersonId, FeedOf> feeds;
  std::map<OperationId, LedgerLines> ledger;  // a payment has the id of its operation

  bool sees(PersonId viewer, const wire::Document& document) const;
  // What a replica of this viewer has to hold, by id.
  std::map<DocumentId, wire::Document> of(PersonId viewer) const;
};

// Today is the council's: what somebody may see begins and ends on days.
Result<CouncilView> read_council(server::Database& database, Date today);
// Only who may see what, which is all that a feed page is checked against.
Result<CouncilView> read_shares(server::Database& database, Date today);

}  // namespace alongside::simulation
