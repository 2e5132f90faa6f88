#include "app/server/sync/document_rows.hpp"

#include "app/server/database.hpp"
#include "app/server/family/relationships.hpp"
#include "app/server/id_column.hpp"
#include "app/server/vault/vault.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace alongside::server {

namespace {

Result<Statement> select(Database& database, std::string_view where) {
  constexpr std::string_view columns =
      "SELECT household, subject, id, owner, facet, kind, edition, version, gone, content, number, sealed,"
      " changed_by FROM document ";
  return database.prepare(std::string(columns) + std::string(where));
}

// Of somebody who was erased nothing opens any more, whatever this copy of the database says.
Result<void> reveal(Database& database, wire::Document& document) {
  if (database.vault() == nullptr) {
    return Error{ErrorCode::Storage, "what people wrote is sealed here: the configuration must have its \"vault\""};
  }
  auto plain = ALONGSIDE_TRY(database.vault()->reveal(document.owner, document.id, document.content));
  if (!plain) document.state = wire::DocumentState::Gone;
  document.content = plain ? std::move(*plain) : Bytes();
  return {};
}

Result<NumberedDocument> document_in(Database& database, const Statement& row) {
  NumberedDocument found;
  wire::Document& document = found.document;
  document.subject = {column_id<HouseholdId>(row, 0), column_id<SubjectId>(row, 1)};
  document.id = column_id<DocumentId>(row, 2);
  document.owner = column_id<PersonId>(row, 3);
  document.facet = static_cast<wire::Facet>(row.column_integer(4));
  document.kind = static_cast<std::uint32_t>(row.column_integer(5));
  document.edition = static_cast<std::uint32_t>(row.column_integer(6));
  document.version = static_cast<std::uint64_t>(row.column_integer(7));
  document.state = row.column_integer(8) == 0 ? wire::DocumentState::Present : wire::DocumentState::Gone;
  const auto content = row.column_bytes(9);
  document.content.assign(content.begin(), content.end());
  found.number = DocumentNumber{row.column_integer(10)};
  if (!row.column_bytes(12).empty()) document.changed_by = column_id<OperationId>(row, 12);
  if (row.column_integer(11) != 0) ALONGSIDE_TRY(reveal(database, document));
  return found;
}

Result<std::vector<NumberedDocument>> all_in(Database& database, Statement& rows) {
  std::vector<NumberedDocument> found;
  while (ALONGSIDE_TRY(rows.step()) == Step::Row) found.push_back(ALONGSIDE_TRY(document_in(database, rows)));
  return found;
}

// The last parameter says whether the content is sealed; what is gone has none.
Result<void> bind_state(Database& database, Statement& statement, const wire::Document& document, int sealed) {
  statement.bind(1, static_cast<std::int64_t>(document.edition));
  statement.bind(2, static_cast<std::int64_t>(document.version));
  statement.bind(3, document.state == wire::DocumentState::Gone ? 1 : 0);
  bind_id(statement, 5, document.changed_by);
  const bool seals = database.vault() != nullptr && document.state == wire::DocumentState::Present;
  statement.bind(sealed, seals ? 1 : 0);
  if (seals) {
    statement.bind_bytes(4, ALONGSIDE_TRY(database.vault()->seal(document.owner, document.id, document.content)));
  } else {
    statement.bind_bytes(4, document.content);
  }
  return {};
}

}  // namespace

Result<std::optional<NumberedDocument>> row_of(Database& database, DocumentNumber number) {
  auto row = ALONGSIDE_TRY(select(database, "WHERE number = ?1"));
  row.bind(1, static_cast<std::int64_t>(number));
  if (ALONGSIDE_TRY(row.step()) == Step::Done) return std::optional<NumberedDocument>();
  return std::optional<NumberedDocument>(ALONGSIDE_TRY(document_in(database, row)));
}

Result<std::vector<NumberedDocument>> rows_of_id(Database& database, DocumentId id) {
  auto rows = ALONGSIDE_TRY(select(database, "WHERE id = ?1 ORDER BY number"));
  bind_id(rows, 1, id);
  return all_in(database, rows);
}

Result<std::vector<NumberedDocument>> rows_about(Database& database, const wire::Subject& subject, std::uint32_t kind) {
  auto rows = ALONGSIDE_TRY(
      select(database, "WHERE household = ?1 AND subject = ?2 AND kind = ?3 AND gone = 0 ORDER BY id, number"));
  bind_id(rows, 1, subject.household);
  bind_id(rows, 2, subject.id);
  rows.bind(3, static_cast<std::int64_t>(kind));
  return all_in(database, rows);
}

Result<std::vector<NumberedDocument>> rows_of_kind(Database& database, std::uint32_t kind) {
  auto rows = ALONGSIDE_TRY(select(database, "WHERE kind = ?1 AND gone = 0 ORDER BY id, number"));
  rows.bind(1, static_cast<std::int64_t>(kind));
  return all_in(database, rows);
}

Result<std::vector<NumberedDocument>> present_rows_of(Database& database, PersonId owner) {
  auto rows = ALONGSIDE_TRY(select(database, "WHERE owner = ?1 AND gone = 0 ORDER BY number"));
  bind_id(rows, 1, owner);
  return all_in(database, rows);
}

Result<std::vector<NumberedDocument>> unheld_rows(Database& database, std::uint32_t kind, DocumentId after, int most) {
  auto rows = ALONGSIDE_TRY(select(database,
                                   "WHERE kind = ?1 AND id > ?2 AND gone = 0 AND owner NOT IN"
                                   " (SELECT person FROM person_hold) ORDER BY id LIMIT ?3"));
  bind_id(rows.bind(1, static_cast<std::int64_t>(kind)), 2, after).bind(3, most);
  return all_in(database, rows);
}

Result<std::vector<NumberedDocument>> unsealed_rows(Database& database, DocumentNumber after, int most) {
  auto rows = ALONGSIDE_TRY(select(database, "WHERE number > ?1 AND gone = 0 AND sealed = 0 ORDER BY number LIMIT ?2"));
  rows.bind(1, static_cast<std::int64_t>(after)).bind(2, most);
  return all_in(database, rows);
}

Result<std::vector<DocumentName>> visible_to(Database& database, PersonId viewer, Date day) {
  auto rows = ALONGSIDE_TRY(
      database.prepare("SELECT id, number FROM document WHERE owner = ?2 AND gone = 0 UNION"
                       " SELECT document.id, document.number FROM"
                       " (SELECT share.household, share.subject, share.owner, share.facet " +
                       standing_shares() +
                       " AND share.viewer = ?2 AND share.level > 0 AND share.facet > 0) AS open"
                       " JOIN document ON document.household = open.household AND document.subject = open.subject"
                       " AND document.owner = open.owner AND document.facet = open.facet AND document.gone = 0"
                       " ORDER BY 1, 2"));
  rows.bind(1, day.days());
  bind_id(rows, 2, viewer);
  std::vector<DocumentName> found;
  while (ALONGSIDE_TRY(rows.step()) == Step::Row) {
    found.push_back({column_id<DocumentId>(rows, 0), DocumentNumber{rows.column_integer(1)}});
  }
  return found;
}

Result<std::vector<DocumentName>> as_they_are_shared(Database& database, std::vector<DocumentName> names) {
  using Place = std::tuple<PersonId, HouseholdId, SubjectId, std::int64_t, DocumentName>;
  if (names.size() < 2) return names;
  std::vector<Place> places;
  for (const DocumentName& name : names) {
    auto row =
        ALONGSIDE_TRY(database.prepare("SELECT owner, household, subject, facet FROM document WHERE number = ?1"));
    row.bind(1, static_cast<std::int64_t>(name.number));
    if (ALONGSIDE_TRY(row.step()) == Step::Done) return Error{ErrorCode::Storage, "a feed has what is no document"};
    places.emplace_back(column_id<PersonId>(row, 0), column_id<HouseholdId>(row, 1), column_id<SubjectId>(row, 2),
                        row.column_integer(3), name);
  }
  std::ranges::sort(places);
  std::ranges::transform(places, names.begin(), [](const Place& place) { return std::get<DocumentName>(place); });
  return names;
}

Result<DocumentNumber> insert_row(Database& database, const wire::Document& document) {
  auto insert = ALONGSIDE_TRY(database.prepare(
      "INSERT INTO document (edition, version, gone, content, changed_by, household, subject, id, owner, facet, kind,"
      " sealed) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) RETURNING number"));
  ALONGSIDE_TRY(bind_state(database, insert, document, 12));
  bind_id(insert, 6, document.subject.household);
  bind_id(insert, 7, document.subject.id);
  bind_id(insert, 8, document.id);
  bind_id(insert, 9, document.owner);
  insert.bind(10, static_cast<int>(document.facet)).bind(11, static_cast<std::int64_t>(document.kind));
  if (ALONGSIDE_TRY(insert.step()) != Step::Row) return Error{ErrorCode::Internal, "a document has no number"};
  const DocumentNumber number{insert.column_integer(0)};
  ALONGSIDE_TRY(insert.step());  // to its end: only then is it done
  return number;
}

Result<void> change_row(Database& database, const NumberedDocument& row) {
  auto update = ALONGSIDE_TRY(database.prepare(
      "UPDATE document SET edition = ?1, version = ?2, gone = ?3, content = ?4, changed_by = ?5, sealed = ?7"
      " WHERE number = ?6"));
  ALONGSIDE_TRY(bind_state(database, update, row.document, 7));
  update.bind(6, static_cast<std::int64_t>(row.number));
  return update.run();
}

}  // namespace alongside::server
