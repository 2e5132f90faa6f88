#include "app/server/sync/documents.hpp"

#include "app/server/database.hpp"
#include "app/server/sync/document_rows.hpp"
#include "app/server/sync/incarnation.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace alongside::server {

namespace {

Error not_found() { return {ErrorCode::NotFound, "not_found"}; }
Error changed() { return {ErrorCode::Conflict, "changed"}; }

AccessTarget target_of(const wire::Document& document, Intention intention) {
  return {document.subject, document.owner, document.facet, intention};
}

// A denial as a value; what is wrong with the disk stays an error.
Result<bool> may(const Access& access, const Actor& actor, std::string_view what, const AccessTarget& target) {
  const auto answer = access.authorise(actor, what, target);
  if (answer) return true;
  if (answer.error().code == ErrorCode::NotAllowed || answer.error().code == ErrorCode::SignedOut) return false;
  return answer.error();
}

// An older program says the number alone.
bool is_newest(const wire::Version& seen, const wire::Document& document) {
  return seen.number == document.version && (seen.made_by.is_nil() || seen.made_by == document.changed_by);
}

bool is_of(const wire::Document& document, const NewContent& content) {
  return document.subject == content.subject && document.owner == content.owner && document.facet == content.facet;
}

wire::Document document_of(const NewContent& content, const wire::Version& version) {
  wire::Document document;
  document.id = content.id;
  document.subject = content.subject;
  document.owner = content.owner;
  document.facet = content.facet;
  document.kind = content.kind;
  document.edition = content.edition;
  document.version = version.number;
  document.changed_by = version.made_by;
  document.content = content.content;
  return document;
}

// Who is to hear of a change: whoever may see the document, and whoever still holds it.
Result<std::vector<PersonId>> audience(Database& database, const Access& access, const wire::Document& document,
                                       std::optional<DocumentNumber> number) {
  auto people = ALONGSIDE_TRY(access.viewers(document.owner, document.subject, document.facet));
  if (!number) return people;
  for (const PersonId holder : ALONGSIDE_TRY(Feeds(database).holders_of(*number))) {
    if (std::ranges::find(people, holder) == people.end()) people.push_back(holder);
  }
  return people;
}

// What the actor may see of this id, their own first.
Result<std::optional<NumberedDocument>> seen_by(Database& database, const Access& access, const Actor& actor,
                                                std::string_view what, DocumentId id) {
  auto rows = ALONGSIDE_TRY(rows_of_id(database, id));
  std::stable_partition(rows.begin(), rows.end(),
                        [&](const NumberedDocument& row) { return row.document.owner == actor.person; });
  for (NumberedDocument& row : rows) {
    if (row.document.state == wire::DocumentState::Gone) continue;
    if (ALONGSIDE_TRY(may(access, actor, what, target_of(row.document, Intention::See)))) {
      return std::optional<NumberedDocument>(std::move(row));
    }
  }
  return std::optional<NumberedDocument>();
}

NumberedDocument* row_for(std::vector<NumberedDocument>& rows, const NewContent& content) {
  const auto found = std::ranges::find_if(rows, [&](const auto& row) { return is_of(row.document, content); });
  return found == rows.end() ? nullptr : &*found;
}

}  // namespace

// Before anything enters a feed on a new day, what is not seen any more leaves it: so the order of a
// feed never tells when something changed that its viewer had ceased to see.
Result<void> Documents::settle(const wire::Document& document, std::optional<DocumentNumber> number) {
  Feeds feeds(database_);
  const auto viewers = ALONGSIDE_TRY(access_.viewers(document.owner, document.subject, document.facet));
  for (const PersonId person : ALONGSIDE_TRY(audience(database_, access_, document, number))) {
    const bool sees = std::ranges::find(viewers, person) != viewers.end();
    if (sees && ALONGSIDE_TRY(feeds.considered_on(person, access_.today()))) continue;
    ALONGSIDE_TRY(reconsider(person));
  }
  return {};
}

Result<void> Documents::spread(const NumberedDocument& row) {
  Feeds feeds(database_);
  for (const PersonId viewer :
       ALONGSIDE_TRY(access_.viewers(row.document.owner, row.document.subject, row.document.facet))) {
    ALONGSIDE_TRY(feeds.append(viewer, row.name(), row.document.state));
  }
  return {};
}

Result<OperationId> Documents::maker() const {
  if (!change_.is_nil()) return change_;
  return OperationId(ALONGSIDE_TRY(incarnation(database_)).bytes());
}

Result<std::uint64_t> Documents::make(const NewContent& content) {
  NumberedDocument row;
  row.document = document_of(content, wire::Version().after(ALONGSIDE_TRY(maker())));
  ALONGSIDE_TRY(settle(row.document, std::nullopt));
  row.number = ALONGSIDE_TRY(insert_row(database_, row.document));
  ALONGSIDE_TRY(spread(row));
  return row.document.version;
}

Result<std::uint64_t> Documents::change(NumberedDocument row, const NewContent& content) {
  if (row.document.kind != content.kind) return Error{ErrorCode::InvalidInput, "another_kind"};
  row.document = document_of(content, row.document.now().after(ALONGSIDE_TRY(maker())));
  ALONGSIDE_TRY(settle(row.document, row.number));
  ALONGSIDE_TRY(change_row(database_, row));
  ALONGSIDE_TRY(spread(row));
  return row.document.version;
}

Result<wire::Document> Documents::find(const Actor& actor, std::string_view what, DocumentId id) const {
  auto row = ALONGSIDE_TRY(seen_by(database_, access_, actor, what, id));
  if (!row) return not_found();
  return std::move(row->document);
}

Result<std::vector<wire::Document>> Documents::of_kind(const Actor& actor, std::string_view what,
                                                       const wire::Subject& subject, std::uint32_t kind) const {
  std::vector<wire::Document> found;
  for (NumberedDocument& row : ALONGSIDE_TRY(rows_about(database_, subject, kind))) {
    if (!ALONGSIDE_TRY(may(access_, actor, what, target_of(row.document, Intention::See)))) continue;
    found.push_back(std::move(row.document));
  }
  return found;
}

Result<std::uint64_t> Documents::put(const Actor& actor, std::string_view what, const NewContent& content,
                                     const wire::Version& base) {
  // Who may change this owner's documents of this facet may see them too, so what follows may answer
  // by what there is.
  if (!ALONGSIDE_TRY(may(access_, actor, what, {content.subject, content.owner, content.facet, Intention::Change}))) {
    return Error{ErrorCode::NotAllowed, "not_allowed"};
  }
  auto rows = ALONGSIDE_TRY(rows_of_id(database_, content.id));
  NumberedDocument* row = row_for(rows, content);
  if (!base.exists()) {
    if (row != nullptr || ALONGSIDE_TRY(seen_by(database_, access_, actor, what, content.id))) return changed();
    return make(content);
  }
  if (!row) return not_found();
  if (row->document.state == wire::DocumentState::Gone || !is_newest(base, row->document)) return changed();
  return change(std::move(*row), content);
}

Result<void> Documents::remove(const Actor& actor, std::string_view what, DocumentId id, const wire::Version& base) {
  auto row = ALONGSIDE_TRY(seen_by(database_, access_, actor, what, id));
  if (!row) return not_found();
  if (!ALONGSIDE_TRY(may(access_, actor, what, target_of(row->document, Intention::Change)))) {
    return Error{ErrorCode::NotAllowed, "not_allowed"};
  }
  if (!is_newest(base, row->document)) return changed();
  return let_go(std::move(*row));
}

Result<void> Documents::let_go(NumberedDocument row) {
  row.document.state = wire::DocumentState::Gone;
  ++row.document.version;
  row.document.changed_by = ALONGSIDE_TRY(maker());
  row.document.content.clear();
  ALONGSIDE_TRY(settle(row.document, row.number));
  ALONGSIDE_TRY(change_row(database_, row));
  return spread(row);
}

Result<std::int64_t> Documents::erase_all_of(PersonId owner) {
  const auto rows = ALONGSIDE_TRY(present_rows_of(database_, owner));
  for (const NumberedDocument& row : rows) ALONGSIDE_TRY(let_go(row));
  return static_cast<std::int64_t>(rows.size());
}

Result<void> Documents::remove_by_council(DocumentNumber number) {
  auto row = ALONGSIDE_TRY(row_of(database_, number));
  if (!row || row->document.state == wire::DocumentState::Gone) return {};
  return let_go(std::move(*row));
}

Result<std::uint64_t> Documents::put_by_council(const NewContent& content) {
  auto rows = ALONGSIDE_TRY(rows_of_id(database_, content.id));
  NumberedDocument* row = row_for(rows, content);
  if (!row) return make(content);
  row->document.state = wire::DocumentState::Present;
  return change(std::move(*row), content);
}

Result<std::optional<wire::Document>> Documents::find_by_council(DocumentId id) const {
  for (NumberedDocument& row : ALONGSIDE_TRY(rows_of_id(database_, id))) {
    if (row.document.state == wire::DocumentState::Present) {
      return std::optional<wire::Document>(std::move(row.document));
    }
  }
  return std::optional<wire::Document>();
}

Result<std::vector<wire::Document>> Documents::all_by_council(std::uint32_t kind) const {
  std::vector<wire::Document> found;
  for (NumberedDocument& row : ALONGSIDE_TRY(rows_of_kind(database_, kind))) found.push_back(std::move(row.document));
  return found;
}

Result<std::vector<wire::Document>> Documents::about_by_council(const wire::Subject& subject,
                                                                std::uint32_t kind) const {
  std::vector<wire::Document> found;
  for (NumberedDocument& row : ALONGSIDE_TRY(rows_about(database_, subject, kind))) {
    found.push_back(std::move(row.document));
  }
  return found;
}

Result<void> Documents::reconsider(PersonId viewer) {
  Feeds feeds(database_);
  const Date today = access_.today();
  const auto visible = ALONGSIDE_TRY(visible_to(database_, viewer, today));
  const auto held = ALONGSIDE_TRY(feeds.held_by(viewer));
  std::vector<DocumentName> closed;
  std::vector<DocumentName> opened;
  std::ranges::set_difference(held, visible, std::back_inserter(closed));
  std::ranges::set_difference(visible, held, std::back_inserter(opened));
  closed = ALONGSIDE_TRY(as_they_are_shared(database_, std::move(closed)));
  opened = ALONGSIDE_TRY(as_they_are_shared(database_, std::move(opened)));
  // Closed first: what is opened may have the id of something that is not seen any more.
  for (const auto& document : closed) ALONGSIDE_TRY(feeds.append(viewer, document, wire::DocumentState::Gone));
  for (const auto& document : opened) ALONGSIDE_TRY(feeds.append(viewer, document, wire::DocumentState::Present));
  return feeds.note_considered(viewer, today);
}

Result<void> Documents::reconsider_once_a_day(PersonId viewer) {
  if (ALONGSIDE_TRY(Feeds(database_).considered_on(viewer, access_.today()))) return {};
  return reconsider(viewer);
}

}  // namespace alongside::server
