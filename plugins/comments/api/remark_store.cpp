#include "plugins/comments/api/remark_store.hpp"

#include "app/server/id_column.hpp"
#include "app/wire/payload.hpp"

#include <utility>

namespace alongside::comments {
namespace {

using server::Step;

constexpr server::Migration migrations_[] = {
    {1, "remarks and yearly summaries",
     "CREATE TABLE comments_remark (id BLOB PRIMARY KEY CHECK (length(id) = 16), household BLOB, person BLOB, "
     "day INTEGER NOT NULL, state INTEGER NOT NULL, record BLOB NOT NULL) STRICT, WITHOUT ROWID;"
     "CREATE TABLE comments_summary (year INTEGER PRIMARY KEY, day INTEGER NOT NULL) STRICT;"}};

Result<StoredRemark> read_remark(const server::Statement& row) {
  StoredRemark remark;
  remark.id = server::column_id<DocumentId>(row, 0);
  remark.own = {server::column_id<HouseholdId>(row, 1), server::column_id<SubjectId>(row, 2)};
  remark.record = ALONGSIDE_TRY(wire::decode_payload<RemarkRecord>(row.column_bytes(3)));
  return remark;
}

void bind_owner(server::Statement& statement, const StoredRemark& remark) {
  if (!remark.has_sender()) {
    statement.bind_null(2).bind_null(3);
    return;
  }
  server::bind_id(statement, 2, remark.own.household);
  server::bind_id(statement, 3, remark.own.id);
}

}  // namespace

std::span<const server::Migration> RemarkStore::migrations() { return migrations_; }

Result<std::optional<StoredRemark>> RemarkStore::find(DocumentId id) const {
  auto select =
      ALONGSIDE_TRY(database_.prepare("SELECT id, household, person, record FROM comments_remark WHERE id = ?1"));
  server::bind_id(select, 1, id);
  if (ALONGSIDE_TRY(select.step()) == Step::Done) return std::optional<StoredRemark>();
  return std::optional<StoredRemark>(ALONGSIDE_TRY(read_remark(select)));
}

Result<void> RemarkStore::put(const StoredRemark& remark) {
  auto insert = ALONGSIDE_TRY(
      database_.prepare("INSERT INTO comments_remark (id, household, person, day, state, record) "
                        "VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
                        " ON CONFLICT (id) DO UPDATE SET household = excluded.household, person = excluded.person, day "
                        "= excluded.day, state = excluded.state, record = excluded.record"));
  server::bind_id(insert, 1, remark.id);
  bind_owner(insert, remark);
  insert.bind(4, remark.record.sent_on.days()).bind(5, static_cast<int>(remark.record.state));
  return insert.bind_bytes(6, wire::encode_payload(remark.record)).run();
}

Result<std::vector<StoredRemark>> RemarkStore::all() const {
  std::vector<StoredRemark> all;
  auto select =
      ALONGSIDE_TRY(database_.prepare("SELECT id, household, person, record FROM comments_remark ORDER BY day, id"));
  while (ALONGSIDE_TRY(select.step()) == Step::Row) all.push_back(ALONGSIDE_TRY(read_remark(select)));
  return all;
}

Result<std::size_t> RemarkStore::waiting(PersonId sender) const {
  auto select = ALONGSIDE_TRY(
      database_.prepare("SELECT count(*) FROM comments_remark WHERE state = 0 AND person IS NOT DISTINCT FROM ?1"));
  if (sender.is_nil())
    select.bind_null(1);
  else
    server::bind_id(select, 1, sender);
  ALONGSIDE_TRY(select.step());
  return static_cast<std::size_t>(select.column_integer(0));
}

Result<std::vector<YearSummary>> RemarkStore::summaries() const {
  std::vector<YearSummary> summaries;
  auto select = ALONGSIDE_TRY(database_.prepare("SELECT year, day FROM comments_summary ORDER BY year DESC"));
  while (ALONGSIDE_TRY(select.step()) == Step::Row) {
    summaries.push_back({static_cast<std::uint32_t>(select.column_integer(0)),
                         Date(static_cast<std::int32_t>(select.column_integer(1)))});
  }
  return summaries;
}

Result<void> RemarkStore::put_summary(const YearSummary& summary) {
  auto insert =
      ALONGSIDE_TRY(database_.prepare("INSERT INTO comments_summary (year, day) VALUES (?1, ?2)"
                                      " ON CONFLICT (year) DO UPDATE SET day = excluded.day"));
  return insert.bind(1, static_cast<std::int64_t>(summary.year)).bind(2, summary.published_on.days()).run();
}

}  // namespace alongside::comments
