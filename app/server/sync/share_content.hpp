// A share as its owner sees it in their own list: a document of facet Own. Made by the operation by
// which they share, and by the import of a family.
#pragma once

#include "app/server/sync/documents.hpp"
#include "app/wire/messages/family.hpp"
#include "app/wire/payload.hpp"

namespace alongside::server {

inline NewContent share_content(DocumentId id, const wire::Subject& subject, PersonId owner, const wire::Share& share) {
  NewContent content;
  content.id = id;
  content.subject = subject;
  content.owner = owner;
  content.facet = wire::Facet::Own;
  content.kind = wire::Share::schema.id;
  content.edition = wire::Share::schema.version;
  content.content = wire::encode_payload(share);
  return content;
}

}  // namespace alongside::server
