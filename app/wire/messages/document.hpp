// Document: one thing the council keeps for a family, as one viewer gets it: a fact, a payment, a
// planned visit, a notice. FeedPage: the documents that changed for this viewer after a place in
// their own feed. Answered to GET /api/sync/feed?since=N; nothing in it depends on what the
// viewer may not see.
#pragma once

#include "app/wire/messages/facet.hpp"
#include "app/wire/messages/operation.hpp"

#include <vector>

namespace alongside::wire {

enum class DocumentState : std::uint8_t { Present, Gone };
constexpr bool is_known(DocumentState state) { return state <= DocumentState::Gone; }

struct Document {
  static constexpr SchemaId schema{43, 1};

  DocumentId id;
  DocumentState state = DocumentState::Present;  // Gone: all the rest is empty
  Subject subject;
  PersonId owner;
  Facet facet = Facet::Own;
  std::uint32_t kind = 0;  // schema id of the content
  std::uint32_t edition = 1;
  std::uint64_t version = 0;  // counts this document's changes, from 1
  Bytes content;              // wire::encode_payload of the kind's message
  OperationId changed_by;     // the change that made this version; the council's incarnation where it did so itself
  Tail tail{};

  Version now() const { return {version, changed_by}; }
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(id), CEREAL_NVP(state), CEREAL_NVP(subject), CEREAL_NVP(owner), CEREAL_NVP(facet),
            CEREAL_NVP(kind), CEREAL_NVP(edition), CEREAL_NVP(version), CEREAL_NVP(content),
            appended(CEREAL_NVP(changed_by)), tail);
  }
};

enum class More : std::uint8_t { No, Yes };
constexpr bool is_known(More more) { return more <= More::Yes; }

struct FeedPage {
  static constexpr SchemaId schema{44, 1};

  IncarnationId incarnation;
  PersonId viewer;          // whose feed it is: another tab may have signed in as somebody else
  std::uint64_t since = 0;  // as asked
  std::uint64_t until = 0;  // keep this, with the documents, in one transaction
  More more = More::No;
  std::vector<Document> documents;  // each at most once, as it is now
  Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(incarnation), CEREAL_NVP(viewer), CEREAL_NVP(since), CEREAL_NVP(until), CEREAL_NVP(more),
            CEREAL_NVP(documents), tail);
  }
};

}  // namespace alongside::wire
