#include "app/server/sync/feeds.hpp"

#include "app/server/database.hpp"
#include "app/server/id_column.hpp"

namespace alongside::server {

namespace {

constexpr std::int64_t never = -1'000'000;  // before every Date

constexpr std::string_view append_row =
    "INSERT INTO feed (viewer, id, document, place, gone) VALUES (?1, ?2, ?3, ?4, ?5)"
    " ON CONFLICT (viewer, id) DO UPDATE SET document = excluded.document, place = excluded.place,"
    " gone = excluded.gone";

std::int64_t raw(DocumentNumber number) { return static_cast<std::int64_t>(number); }

DocumentName name_in(const Statement& row, int column) {
  return {column_id<DocumentId>(row, column), DocumentNumber{row.column_integer(column + 1)}};
}

}  // namespace

Result<std::int64_t> Feeds::next_place(PersonId viewer) {
  auto step = ALONGSIDE_TRY(
      database_.prepare("INSERT INTO feed_end (viewer, place, considered_on) VALUES (?1, 1, ?2)"
                        " ON CONFLICT (viewer) DO UPDATE SET place = feed_end.place + 1 RETURNING place"));
  bind_id(step, 1, viewer);
  step.bind(2, never);
  if (ALONGSIDE_TRY(step.step()) != Step::Row) return Error{ErrorCode::Internal, "a feed has no next place"};
  const std::int64_t place = step.column_integer(0);
  ALONGSIDE_TRY(step.step());  // to its end: only then is it done
  return place;
}

Result<bool> Feeds::holds_another(PersonId viewer, const DocumentName& document) const {
  auto row = ALONGSIDE_TRY(
      database_.prepare("SELECT 1 FROM feed WHERE viewer = ?1 AND id = ?2 AND document <> ?3 AND gone = 0"));
  bind_id(row, 1, viewer);
  bind_id(row, 2, document.id);
  row.bind(3, raw(document.number));
  return ALONGSIDE_TRY(row.step()) == Step::Row;
}

Result<void> Feeds::append(PersonId viewer, const DocumentName& document, wire::DocumentState state) {
  if (ALONGSIDE_TRY(holds_another(viewer, document))) return {};
  const std::int64_t place = ALONGSIDE_TRY(next_place(viewer));
  auto insert = ALONGSIDE_TRY(database_.prepare(append_row));
  bind_id(insert, 1, viewer);
  bind_id(insert, 2, document.id);
  insert.bind(3, raw(document.number)).bind(4, place).bind(5, state == wire::DocumentState::Gone ? 1 : 0);
  return insert.run();
}

Result<std::uint64_t> Feeds::end(PersonId viewer) const {
  auto row = ALONGSIDE_TRY(database_.prepare("SELECT place FROM feed_end WHERE viewer = ?1"));
  bind_id(row, 1, viewer);
  if (ALONGSIDE_TRY(row.step()) == Step::Done) return std::uint64_t{0};
  return static_cast<std::uint64_t>(row.column_integer(0));
}

Result<std::vector<FeedRow>> Feeds::after(PersonId viewer, std::uint64_t since, std::size_t most) const {
  auto rows = ALONGSIDE_TRY(database_.prepare(
      "SELECT place, id, document, gone FROM feed WHERE viewer = ?1 AND place > ?2 ORDER BY place LIMIT ?3"));
  bind_id(rows, 1, viewer);
  rows.bind(2, static_cast<std::int64_t>(since)).bind(3, static_cast<std::int64_t>(most));
  std::vector<FeedRow> found;
  while (ALONGSIDE_TRY(rows.step()) == Step::Row) {
    const auto state = rows.column_integer(3) == 0 ? wire::DocumentState::Present : wire::DocumentState::Gone;
    found.push_back({static_cast<std::uint64_t>(rows.column_integer(0)), name_in(rows, 1), state});
  }
  return found;
}

Result<std::vector<DocumentName>> Feeds::held_by(PersonId viewer) const {
  auto rows =
      ALONGSIDE_TRY(database_.prepare("SELECT id, document FROM feed WHERE viewer = ?1 AND gone = 0 ORDER BY id"));
  bind_id(rows, 1, viewer);
  std::vector<DocumentName> found;
  while (ALONGSIDE_TRY(rows.step()) == Step::Row) found.push_back(name_in(rows, 0));
  return found;
}

Result<std::vector<PersonId>> Feeds::holders_of(DocumentNumber document) const {
  auto rows =
      ALONGSIDE_TRY(database_.prepare("SELECT viewer FROM feed WHERE document = ?1 AND gone = 0 ORDER BY viewer"));
  rows.bind(1, raw(document));
  std::vector<PersonId> found;
  while (ALONGSIDE_TRY(rows.step()) == Step::Row) found.push_back(column_id<PersonId>(rows, 0));
  return found;
}

Result<bool> Feeds::considered_on(PersonId viewer, Date day) const {
  auto row = ALONGSIDE_TRY(database_.prepare("SELECT 1 FROM feed_end WHERE viewer = ?1 AND considered_on = ?2"));
  bind_id(row, 1, viewer);
  row.bind(2, day.days());
  return ALONGSIDE_TRY(row.step()) == Step::Row;
}

Result<void> Feeds::note_considered(PersonId viewer, Date day) {
  auto insert =
      ALONGSIDE_TRY(database_.prepare("INSERT INTO feed_end (viewer, place, considered_on) VALUES (?1, 0, ?2)"
                                      " ON CONFLICT (viewer) DO UPDATE SET considered_on = excluded.considered_on"));
  bind_id(insert, 1, viewer);
  insert.bind(2, day.days());
  return insert.run();
}

}  // namespace alongside::server
