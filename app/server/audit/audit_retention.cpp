#include "app/server/audit/audit_retention.hpp"

#include "app/base/bytes.hpp"
#include "app/base/uk_time.hpp"
#include "app/server/audit/audit_trail.hpp"
#include "app/server/database.hpp"
#include "app/server/id_column.hpp"

#include <vector>

namespace alongside::server {

namespace {

struct OldRow {
  std::int64_t number = 0;
  PersonId actor;
  OperationId operation;
};

struct OldRows {
  std::vector<OldRow> rows;
  Bytes link;  // of the last of them
};

// Up to the first that is not old enough, is about somebody who is held, or is from before there was a chain.
Result<OldRows> next_old_rows(const RetentionContext& context, std::int64_t after) {
  auto rows =
      ALONGSIDE_TRY(context.database.prepare("SELECT number, at_ms, actor, operation, link, EXISTS (SELECT 1 FROM "
                                             "person_hold WHERE person IN (actor, subject))"
                                             " FROM audit WHERE number > ?1 ORDER BY number LIMIT ?2"));
  rows.bind(1, after).bind(2, RetentionRule::most_a_step);
  OldRows old;
  while (ALONGSIDE_TRY(rows.step()) == Step::Row) {
    const bool is_old = uk_day(rows.column_integer(1)) < context.first_kept;
    const auto link = rows.column_bytes(4);
    if (!is_old || link.empty() || rows.column_integer(5) != 0) break;
    old.rows.push_back({rows.column_integer(0), column_id<PersonId>(rows, 2), column_id<OperationId>(rows, 3)});
    old.link.assign(link.begin(), link.end());
  }
  return old;
}

// That a change was in the audit once is noted with its result: an invariant asks for it.
Result<void> note_results(Database& database, const OldRows& old) {
  auto note = ALONGSIDE_TRY(
      database.prepare("UPDATE operation_result SET audit_gone = 1 WHERE person = ?1 AND operation = ?2"));
  for (const OldRow& row : old.rows) {
    if (row.operation.is_nil()) continue;
    ALONGSIDE_TRY(bind_id(bind_id(note, 1, row.actor), 2, row.operation).run());
  }
  return {};
}

Result<ReapStep> reap_audit(const RetentionContext& context) {
  const AuditHead base = ALONGSIDE_TRY(AuditTrail(context.database).base());
  const OldRows old = ALONGSIDE_TRY(next_old_rows(context, base.number));
  if (old.rows.empty()) return ReapStep{};
  ALONGSIDE_TRY(note_results(context.database, old));
  auto move = ALONGSIDE_TRY(context.database.prepare("UPDATE audit_base SET number = ?1, link = ?2"));
  ALONGSIDE_TRY(move.bind(1, old.rows.back().number).bind_bytes(2, old.link).run());
  auto remove = ALONGSIDE_TRY(context.database.prepare("DELETE FROM audit WHERE number <= ?1"));
  ALONGSIDE_TRY(remove.bind(1, old.rows.back().number).run());
  const bool more = static_cast<int>(old.rows.size()) == RetentionRule::most_a_step;
  return ReapStep{static_cast<std::int64_t>(old.rows.size()), more ? ReapStep::More::Yes : ReapStep::More::No};
}

}  // namespace

void add_audit_retention(RetentionRules& rules) {
  rules.add({"audit", "rows of the audit, the oldest first", "six years: as long as somebody may go to court",
             &Retention::audit, reap_audit});
}

}  // namespace alongside::server
