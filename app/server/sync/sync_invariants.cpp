#include "app/server/sync/sync_invariants.hpp"

#include "app/base/ids.hpp"
#include "app/server/database.hpp"
#include "app/server/id_column.hpp"
#include "app/server/vault/vault.hpp"

#include <string>

namespace alongside::server {

namespace {

// Each row of the SELECT is a finding: its first column, an id, and what is wrong with it.
Result<Findings> found(Database& database, std::string_view sql, std::string_view what) {
  auto rows = ALONGSIDE_TRY(database.prepare(sql));
  Findings findings;
  while (ALONGSIDE_TRY(rows.step()) == Step::Row) {
    findings.push_back(column_id<DocumentId>(rows, 0).text() + " " + std::string(what));
  }
  return findings;
}

Result<Findings> sequences(InvariantContext& context) {
  Findings findings = ALONGSIDE_TRY(found(context.database,
                                          "SELECT device FROM operation_result GROUP BY person, device"
                                          " HAVING min(sequence) <> 1 OR max(sequence) <> count(*)",
                                          "(a device) has a gap among its changes"));
  for (std::string& more :
       ALONGSIDE_TRY(found(context.database,
                           "SELECT id FROM device WHERE last <> (SELECT count(*) FROM operation_result AS result"
                           " WHERE result.person = device.person AND result.device = device.id) OR backed_up > last",
                           "(a device) has come to another place than its changes"))) {
    findings.push_back(std::move(more));
  }
  return findings;
}

Result<Findings> audited(InvariantContext& context) {
  return found(context.database,
               "SELECT operation FROM operation_result WHERE audit_gone = 0"
               " AND operation NOT IN (SELECT operation FROM audit)",
               "(a change) is not in the audit");
}

Result<Findings> feeds(InvariantContext& context) {
  return found(context.database,
               "SELECT feed.viewer FROM feed LEFT JOIN feed_end ON feed_end.viewer = feed.viewer"
               " WHERE feed_end.place IS NULL OR feed.place < 1 OR feed.place > feed_end.place",
               "(a viewer) has a feed that goes on after its end");
}

Result<Findings> keys(InvariantContext& context) {
  Findings findings;
  auto owners =
      ALONGSIDE_TRY(context.database.prepare("SELECT DISTINCT owner FROM document WHERE sealed = 1 AND gone = 0"));
  while (ALONGSIDE_TRY(owners.step()) == Step::Row) {
    const auto owner = column_id<PersonId>(owners, 0);
    const Vault* vault = context.database.vault();
    if (vault == nullptr) return Error{ErrorCode::InvalidInput, "it is sealed: say whose it is with --council"};
    if (vault->keys().state_of(owner) == KeyState::Missing) findings.push_back(owner.text() + " (a person) has no key");
  }
  return findings;
}

}  // namespace

void add_sync_invariants(Invariants& invariants) {
  invariants.add("each device's changes are numbered without a gap", sequences);
  invariants.add("each change is in the audit", audited);
  invariants.add("what is sealed has its keys", keys);
  invariants.add("no feed goes on after its end", feeds);
}

}  // namespace alongside::server
