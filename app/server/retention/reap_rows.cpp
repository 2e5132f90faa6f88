#include "app/server/retention/reap_rows.hpp"

#include "app/server/database.hpp"
#include "app/server/id_column.hpp"
#include "app/server/sync/documents.hpp"
#include "app/server/sync/feeds.hpp"

#include <utility>
#include <vector>

namespace alongside::server {

namespace {

struct LookedAt {
  std::vector<DocumentNumber> over;
  DocumentId last;
  int count = 0;
};

Result<LookedAt> look(const RetentionContext& context, std::uint32_t kind, DocumentId after, const EndOfDocument& end) {
  auto rows = ALONGSIDE_TRY(
      context.database.prepare("SELECT id, number, content FROM document WHERE kind = ?1 AND id > ?2 AND gone = 0"
                               " AND owner NOT IN (SELECT person FROM person_hold) ORDER BY id LIMIT ?3"));
  bind_id(rows.bind(1, static_cast<std::int64_t>(kind)), 2, after).bind(3, RetentionRule::most_a_step);
  LookedAt looked;
  while (ALONGSIDE_TRY(rows.step()) == Step::Row) {
    ++looked.count;
    looked.last = column_id<DocumentId>(rows, 0);
    const auto day = end(rows.column_bytes(2));
    if (day && *day < context.first_kept) looked.over.push_back(DocumentNumber{rows.column_integer(1)});
  }
  return looked;
}

}  // namespace

std::function<Result<ReapStep>(const RetentionContext&)> reap_rows(std::string sql) {
  return [sql = std::move(sql)](const RetentionContext& context) -> Result<ReapStep> {
    auto statement = ALONGSIDE_TRY(context.database.prepare(sql));
    statement.bind(1, context.first_kept.days()).bind(2, RetentionRule::most_a_step).bind(3, context.now_ms);
    ALONGSIDE_TRY(statement.run());
    const std::int64_t gone = context.database.changes();
    return ReapStep{gone, gone >= RetentionRule::most_a_step ? ReapStep::More::Yes : ReapStep::More::No};
  };
}

std::function<Result<ReapStep>(const RetentionContext&)> reap_documents(std::uint32_t kind, EndOfDocument end) {
  return [kind, end = std::move(end),
          place = std::make_shared<DocumentId>()](const RetentionContext& context) -> Result<ReapStep> {
    const LookedAt looked = ALONGSIDE_TRY(look(context, kind, *place, end));
    for (const DocumentNumber number : looked.over) ALONGSIDE_TRY(context.documents.remove_by_council(number));
    const bool more = looked.count >= RetentionRule::most_a_step;
    *place = more ? looked.last : DocumentId();
    return ReapStep{static_cast<std::int64_t>(looked.over.size()), more ? ReapStep::More::Yes : ReapStep::More::No};
  };
}

}  // namespace alongside::server
