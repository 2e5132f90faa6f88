// The rows of the table of documents, without any question of who may see them: that is asked by
// their callers, Documents and FeedPages.
#pragma once

#include "app/base/result.hpp"
#include "app/server/sync/feeds.hpp"
#include "app/wire/messages/document.hpp"

#include <optional>
#include <vector>

namespace alongside::server {

class Database;

// A gone one has no content, but its subject, facet and version stand.
struct NumberedDocument {
  DocumentNumber number{};
  wire::Document document;

  DocumentName name() const { return {document.id, number}; }
};

Result<std::optional<NumberedDocument>> row_of(Database& database, DocumentNumber number);
// Gone ones too, in order of making.
Result<std::vector<NumberedDocument>> rows_of_id(Database& database, DocumentId id);
// Present ones only, in order of id.
Result<std::vector<NumberedDocument>> rows_about(Database& database, const wire::Subject& subject, std::uint32_t kind);
Result<std::vector<NumberedDocument>> rows_of_kind(Database& database, std::uint32_t kind);
Result<std::vector<NumberedDocument>> present_rows_of(Database& database, PersonId owner);
// In order of id, after one; of nobody who is held.
Result<std::vector<NumberedDocument>> unheld_rows(Database& database, std::uint32_t kind, DocumentId after, int most);
// Present ones whose content is as it was written, in order of number.
Result<std::vector<NumberedDocument>> unsealed_rows(Database& database, DocumentNumber after, int most);
// All that `viewer` may see on this day, in order of id.
Result<std::vector<DocumentName>> visible_to(Database& database, PersonId viewer, Date day);
// The same ones, each owner's in turn, child by child and facet by facet.
Result<std::vector<DocumentName>> as_they_are_shared(Database& database, std::vector<DocumentName> names);

Result<DocumentNumber> insert_row(Database& database, const wire::Document& document);
// Edition, version, state and content; the others never change.
Result<void> change_row(Database& database, const NumberedDocument& row);

}  // namespace alongside::server
