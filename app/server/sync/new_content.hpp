// new_content(): a feature's own message as the document that the council keeps of it. Used by the features' operations
// and verbs, which say whose it is and which facet it has.
#pragma once

#include "app/server/sync/documents.hpp"
#include "app/wire/payload.hpp"

namespace alongside::server {

template <wire::Message T>
NewContent new_content(DocumentId id, const wire::Subject& subject, PersonId owner, wire::Facet facet,
                       const T& message) {
  return {id, subject, owner, facet, T::schema.id, T::schema.version, wire::encode_payload(message)};
}

}  // namespace alongside::server
