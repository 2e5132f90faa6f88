// What somebody asked to be told, as the document that the council keeps of it. Used by the rule that keeps it and by
// what writes to those who wait.
#pragma once

#include "app/server/sync/documents.hpp"
#include "app/wire/payload.hpp"
#include "plugins/local_offer/model/told_ask.hpp"

namespace alongside::local_offer {

inline server::NewContent content_of(DocumentId id, const wire::Subject& subject, PersonId owner, const ToldAsk& ask) {
  server::NewContent content;
  content.id = id;
  content.subject = subject;
  content.owner = owner;
  content.facet = wire::Facet::Own;
  content.kind = ToldAsk::schema.id;
  content.edition = ToldAsk::schema.version;
  content.content = wire::encode_payload(ask);
  return content;
}

}  // namespace alongside::local_offer
