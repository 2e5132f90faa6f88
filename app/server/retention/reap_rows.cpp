#include "app/server/retention/reap_rows.hpp"

#include "app/server/database.hpp"
#include "app/server/sync/document_rows.hpp"
#include "app/server/sync/documents.hpp"

#include <utility>

namespace alongside::server {

std::function<Result<ReapStep>(const RetentionContext&)> reap_rows(std::string sql) {
  return [sql = std::move(sql)](const RetentionContext& context) -> Result<ReapStep> {
    auto statement = ALONGSIDE_TRY(context.database.prepare(sql));
    statement.bind(1, context.first_kept.days()).bind(2, RetentionRule::most_a_step).bind(3, context.now_ms);
    ALONGSIDE_TRY(statement.run());
    const std::int64_t gone = context.database.changes();
    return ReapStep{gone, gone >= RetentionRule::most_a_step ? ReapStep::More::Yes : ReapStep::More::No};
  };
}

// A database wants each parameter to stand somewhere.
std::function<Result<ReapStep>(const RetentionContext&)> reap_where(const std::string& table, const std::string& key,
                                                                    const std::string& is_over) {
  return reap_rows("DELETE FROM " + table + " WHERE (" + key + ") IN (SELECT " + key + " FROM " + table +
                   " WHERE ?1 IS NOT NULL AND ?3 IS NOT NULL AND " + is_over + " ORDER BY " + key + " LIMIT ?2)");
}

std::function<Result<ReapStep>(const RetentionContext&)> reap_documents(std::uint32_t kind, EndOfDocument end) {
  return [kind, end = std::move(end),
          place = std::make_shared<DocumentId>()](const RetentionContext& context) -> Result<ReapStep> {
    const auto rows = ALONGSIDE_TRY(unheld_rows(context.database, kind, *place, RetentionRule::most_a_step));
    std::int64_t gone = 0;
    for (const NumberedDocument& row : rows) {
      const auto day = end(row.document.content);
      if (!day || *day >= context.first_kept) continue;
      ALONGSIDE_TRY(context.documents.remove_by_council(row.number));
      ++gone;
    }
    const bool more = static_cast<int>(rows.size()) >= RetentionRule::most_a_step;
    *place = more ? rows.back().document.id : DocumentId();
    return ReapStep{gone, more ? ReapStep::More::Yes : ReapStep::More::No};
  };
}

}  // namespace alongside::server
