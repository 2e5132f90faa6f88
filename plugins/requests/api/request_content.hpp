// A request as the document that the council keeps of it. Used by its operations and its verbs.
#pragma once

#include "app/server/sync/new_content.hpp"
#include "plugins/requests/model/family_request.hpp"

namespace alongside::requests {

inline server::NewContent content_of(DocumentId id, const wire::Subject& subject, PersonId owner,
                                     const FamilyRequest& request) {
  return server::new_content(id, subject, owner, wire::Facet::Own, request);
}

}  // namespace alongside::requests
