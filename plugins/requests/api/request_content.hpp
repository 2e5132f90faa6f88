// A request as the document that the council keeps of it. Used by its operations and its verbs.
#pragma once

#include "app/server/sync/documents.hpp"
#include "app/wire/payload.hpp"
#include "plugins/requests/model/family_request.hpp"

namespace alongside::requests {

inline server::NewContent content_of(DocumentId id, const wire::Subject& subject, PersonId owner,
                                     const FamilyRequest& request) {
  server::NewContent content;
  content.id = id;
  content.subject = subject;
  content.owner = owner;
  content.facet = wire::Facet::Own;
  content.kind = FamilyRequest::schema.id;
  content.edition = FamilyRequest::schema.version;
  content.content = wire::encode_payload(request);
  return content;
}

}  // namespace alongside::requests
