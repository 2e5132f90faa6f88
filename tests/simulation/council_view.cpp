#include "tests/simulation/council_view.hpp"

#include "app/server/database.hpp"
#include "app/server/id_column.hpp"

#include <utility>

namespace alongside::simulation {

namespace {

using server::column_id;
using server::Database;
using server::Statement;
using server::Step;

// Calls `row` for each row of a SELECT.
template <class Row>
Result<void> each(Database& database, std::string_view sql, Row row) {
  auto select = ALONGSIDE_TRY(database.prepare(sql));
  while (ALONGSIDE_TRY(select.step()) == Step::Row) row(select);
  return {};
}

std::uint64_t number(const Statement& row, int column) {
  return static_cast<std::uint64_t>(row.column_integer(column));
}

// Those that are in force on this day of the council's.
Result<void> add_shares(Database& database, Date today, CouncilView& view) {
  return each(database, "SELECT owner, viewer, facet, from_day, until_day FROM share WHERE level > 0",
              [&](const Statement& row) {
                if (row.column_integer(3) > today.days() || row.column_integer(4) < today.days()) return;
                view.shares.emplace(column_id<PersonId>(row, 0), column_id<PersonId>(row, 1),
                                    static_cast<wire::Facet>(row.column_integer(2)));
              });
}

Result<void> add_results(Database& database, CouncilView& view) {
  ALONGSIDE_TRY(each(database,
                     "SELECT operation, person, device, sequence, outcome FROM operation_result"
                     " ORDER BY person, device, sequence",
                     [&](const Statement& row) {
                       view.results.push_back({column_id<OperationId>(row, 0), column_id<PersonId>(row, 1),
                                               column_id<DeviceId>(row, 2), number(row, 3),
                                               static_cast<wire::Outcome>(row.column_integer(4))});
                     }));
  return each(database, "SELECT operation FROM audit WHERE verb = ''",
              [&](const Statement& row) { ++view.audited[column_id<OperationId>(row, 0)]; });
}

Result<void> add_documents(Database& database, CouncilView& view) {
  return each(database,
              "SELECT id, household, subject, owner, facet, kind, edition, version, content, changed_by FROM document"
              " WHERE gone = 0 ORDER BY id, number",
              [&](const Statement& row) {
                wire::Document document;
                document.id = column_id<DocumentId>(row, 0);
                document.subject = {column_id<HouseholdId>(row, 1), column_id<SubjectId>(row, 2)};
                document.owner = column_id<PersonId>(row, 3);
                document.facet = static_cast<wire::Facet>(row.column_integer(4));
                document.kind = static_cast<std::uint32_t>(number(row, 5));
                document.edition = static_cast<std::uint32_t>(number(row, 6));
                document.version = number(row, 7);
                const auto content = row.column_bytes(8);
                document.content.assign(content.begin(), content.end());
                document.changed_by = column_id<OperationId>(row, 9);
                view.documents.push_back(std::move(document));
              });
}

Result<void> add_feeds(Database& database, CouncilView& view) {
  ALONGSIDE_TRY(each(database, "SELECT viewer, place FROM feed_end",
                     [&](const Statement& row) { view.feeds[column_id<PersonId>(row, 0)].end = number(row, 1); }));
  return each(database, "SELECT viewer, place FROM feed ORDER BY viewer, place",
              [&](const Statement& row) { view.feeds[column_id<PersonId>(row, 0)].places.push_back(number(row, 1)); });
}

Result<void> add_ledger(Database& database, CouncilView& view) {
  ALONGSIDE_TRY(each(database, "SELECT payment, account, pence FROM direct_payments_line", [&](const Statement& row) {
    LedgerLines& payment = view.ledger[column_id<OperationId>(row, 0)];
    ++payment.lines;
    payment.sum += row.column_integer(2);
    if (row.column_integer(1) == 0) payment.bank += row.column_integer(2);
  }));
  return each(database, "SELECT id FROM direct_payments_payment",
              [&](const Statement& row) { ++view.ledger[column_id<OperationId>(row, 0)].seals; });
}

}  // namespace

bool CouncilView::sees(PersonId viewer, const wire::Document& document) const {
  if (document.owner == viewer) return true;
  return document.facet != wire::Facet::Own && shares.contains({document.owner, viewer, document.facet});
}

std::map<DocumentId, wire::Document> CouncilView::of(PersonId viewer) const {
  std::map<DocumentId, wire::Document> seen;
  for (const wire::Document& document : documents) {
    if (sees(viewer, document)) seen.emplace(document.id, document);
  }
  return seen;
}

Result<CouncilView> read_shares(Database& database, Date today) {
  CouncilView view;
  ALONGSIDE_TRY(add_shares(database, today, view));
  return view;
}

Result<CouncilView> read_council(Database& database, Date today) {
  CouncilView view = ALONGSIDE_TRY(read_shares(database, today));
  ALONGSIDE_TRY(add_results(database, view));
  ALONGSIDE_TRY(add_documents(database, view));
  ALONGSIDE_TRY(add_feeds(database, view));
  ALONGSIDE_TRY(add_ledger(database, view));
  return view;
}

}  // namespace alongside::simulation
