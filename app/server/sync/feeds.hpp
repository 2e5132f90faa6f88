// Feeds: for each viewer, which documents changed at which place, counted for them alone from 1.
// Written by Documents inside its caller's transaction, read by SyncService. Holds nothing.
#pragma once

#include "app/base/date.hpp"
#include "app/base/ids.hpp"
#include "app/base/result.hpp"
#include "app/wire/messages/document.hpp"

#include <cstdint>
#include <vector>

namespace alongside::server {

class Database;

// A document between the server's tables. Never leaves the server: it counts everybody's.
enum class DocumentNumber : std::int64_t {};

struct DocumentName {
  DocumentId id;
  DocumentNumber number{};
  auto operator<=>(const DocumentName&) const = default;
};

struct FeedRow {
  std::uint64_t place = 0;
  DocumentName document;
  wire::DocumentState state = wire::DocumentState::Present;
};

class Feeds {
 public:
  explicit Feeds(Database& database) : database_(database) {}

  // The viewer gets this document again, or learns that it is gone, at the next place of their feed.
  // Nothing happens while they hold another document of the same id.
  Result<void> append(PersonId viewer, const DocumentName& document, wire::DocumentState state);
  Result<std::uint64_t> end(PersonId viewer) const;
  // In order of place, after `since`.
  Result<std::vector<FeedRow>> after(PersonId viewer, std::uint64_t since, std::size_t most) const;
  // What the viewer has been given and not been told to forget, in order of id.
  Result<std::vector<DocumentName>> held_by(PersonId viewer) const;
  Result<std::vector<PersonId>> holders_of(DocumentNumber document) const;

  // The day on which the viewer's feed was last compared with what they may see.
  Result<bool> considered_on(PersonId viewer, Date day) const;
  Result<void> note_considered(PersonId viewer, Date day);

 private:
  Result<std::int64_t> next_place(PersonId viewer);
  Result<bool> holds_another(PersonId viewer, const DocumentName& document) const;

  Database& database_;
};

}  // namespace alongside::server
