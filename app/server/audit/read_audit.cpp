#include "app/server/audit/read_audit.hpp"

#include "app/server/audit/audit_trail.hpp"
#include "app/server/database.hpp"
#include "app/server/id_column.hpp"

#include <algorithm>
#include <utility>

namespace alongside::server {

std::vector<ReadAudit::Given> ReadAudit::of_others(PersonId viewer, const std::vector<wire::Document>& given) {
  std::vector<Given> found;
  for (const wire::Document& document : given) {
    const bool is_own = document.owner == viewer || document.facet == wire::Facet::Own;
    if (is_own || document.state == wire::DocumentState::Gone) continue;
    auto at = std::ranges::find(found, document.subject, &Given::about);
    if (at == found.end()) at = found.insert(at, Given{document.subject});
    at->facets |= bit_of(document.facet);
  }
  return found;
}

Result<FacetSet> ReadAudit::noted_today(PersonId viewer, const wire::Subject& about) const {
  auto row = ALONGSIDE_TRY(
      database_.prepare("SELECT facets FROM read_noted WHERE household = ?1 AND viewer = ?2 AND subject = ?3"
                        " AND day = ?4"));
  bind_id(bind_id(bind_id(row, 1, about.household), 2, viewer), 3, about.id).bind(4, today_.days());
  if (ALONGSIDE_TRY(row.step()) != Step::Row) return FacetSet{0};
  return static_cast<FacetSet>(row.column_integer(0));
}

Result<void> ReadAudit::add(PersonId viewer, const Given& one, FacetSet noted) {
  AuditEntry entry;
  entry.at_ms = now_ms_;
  entry.actor = viewer;
  entry.household = one.about.household;
  entry.subject = one.about.id;
  entry.kind = one.facets & ~noted;
  entry.verb = read_verb;
  ALONGSIDE_TRY(AuditTrail(database_).append(entry));
  auto keep = ALONGSIDE_TRY(
      database_.prepare("INSERT INTO read_noted (household, viewer, subject, day, facets) VALUES (?1, ?2, ?3, ?4, ?5)"
                        " ON CONFLICT (household, viewer, subject)"
                        " DO UPDATE SET day = excluded.day, facets = excluded.facets"));
  bind_id(bind_id(bind_id(keep, 1, one.about.household), 2, viewer), 3, one.about.id);
  return keep.bind(4, today_.days()).bind(5, std::int64_t{noted | one.facets}).run();
}

Result<void> ReadAudit::note(PersonId viewer, const std::vector<wire::Document>& given) {
  std::vector<std::pair<Given, FacetSet>> left;
  for (const Given& one : of_others(viewer, given)) {
    const FacetSet noted = ALONGSIDE_TRY(noted_today(viewer, one.about));
    if ((one.facets & ~noted) != 0) left.emplace_back(one, noted);
  }
  if (left.empty()) return {};
  auto transaction = ALONGSIDE_TRY(Transaction::create(database_));
  for (const auto& [one, noted] : left) ALONGSIDE_TRY(add(viewer, one, noted));
  return transaction.commit();
}

}  // namespace alongside::server
