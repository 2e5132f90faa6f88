// What somebody asked to be told, as the document that the council keeps of it. Used by the rule that keeps it and by
// what writes to those who wait.
#pragma once

#include "app/server/sync/new_content.hpp"
#include "plugins/local_offer/model/told_ask.hpp"

namespace alongside::local_offer {

inline server::NewContent content_of(DocumentId id, const wire::Subject& subject, PersonId owner, const ToldAsk& ask) {
  return server::new_content(id, subject, owner, wire::Facet::Own, ask);
}

}  // namespace alongside::local_offer
