// Documents: what the council keeps for families and how it reaches their viewers' feeds. The only
// way an operation's rules read or change anything synchronised: each call asks authorise() for its
// actor, and each change goes to the feed of everybody who may see it. Used inside the transaction
// of one operation (OperationContext) or of one verb.
#pragma once

#include "app/base/result.hpp"
#include "app/server/access/authorise.hpp"
#include "app/wire/messages/document.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace alongside::server {

class Database;
struct NumberedDocument;
enum class DocumentNumber : std::int64_t;

// A document about to be made or changed; its version is counted by put().
struct NewContent {
  DocumentId id;
  wire::Subject subject;
  PersonId owner;
  wire::Facet facet = wire::Facet::Own;
  std::uint32_t kind = 0;
  std::uint32_t edition = 1;
  Bytes content;
};

class Documents {
 public:
  // `change`: the operation within which it is used, which makes the versions; nil: the council itself does.
  Documents(Database& database, const Access& access, OperationId change = {})
      : database_(database), access_(access), change_(change) {}

  // NotFound when there is none or the actor may not see it: they cannot tell which.
  Result<wire::Document> find(const Actor& actor, std::string_view what, DocumentId id) const;
  // All of a kind about a subject that the actor may see, in order of id.
  Result<std::vector<wire::Document>> of_kind(const Actor& actor, std::string_view what, const wire::Subject& subject,
                                              std::uint32_t kind) const;
  // Makes it (`base` is none) or changes it (`base` is its present version; else Conflict).
  // Returns its new version. Owner, subject, facet and kind of a document never change.
  Result<std::uint64_t> put(const Actor& actor, std::string_view what, const NewContent& content,
                            const wire::Version& base);
  Result<void> remove(const Actor& actor, std::string_view what, DocumentId id, const wire::Version& base);

  // By the council itself (verbs, notices): no actor, any version.
  Result<std::uint64_t> put_by_council(const NewContent& content);
  Result<std::optional<wire::Document>> find_by_council(DocumentId id) const;
  Result<std::vector<wire::Document>> all_by_council(std::uint32_t kind) const;
  Result<std::vector<wire::Document>> about_by_council(const wire::Subject& subject, std::uint32_t kind) const;

  // Everything that this person owns goes, content and all; whoever held it learns that it is gone. How many.
  Result<std::int64_t> erase_all_of(PersonId owner);
  // One of them, whoever owns it: by retention. Nothing happens when it is gone already.
  Result<void> remove_by_council(DocumentNumber number);

  // After a share or relation changed: what became visible to `viewer` enters their feed, what is
  // visible no longer leaves it, in the order in which its owners could have closed or opened it one
  // kind after the other: so a restriction, which closes all at once, looks like that.
  Result<void> reconsider(PersonId viewer);
  // Unless that was done today: what ended by its day is then not taken for what ends by what follows.
  Result<void> reconsider_once_a_day(PersonId viewer);

 private:
  Result<std::uint64_t> make(const NewContent& content);
  Result<std::uint64_t> change(NumberedDocument row, const NewContent& content);
  Result<void> settle(const wire::Document& document, std::optional<DocumentNumber> number);
  Result<void> spread(const NumberedDocument& row);
  Result<void> let_go(NumberedDocument row);
  Result<OperationId> maker() const;

  Database& database_;
  const Access& access_;
  OperationId change_;
};

}  // namespace alongside::server
