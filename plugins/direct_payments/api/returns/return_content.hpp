// A return as the document that the council keeps of it. Used by its operations and its verbs.
#pragma once

#include "app/server/sync/documents.hpp"
#include "app/wire/payload.hpp"
#include "plugins/direct_payments/model/returns/return_record.hpp"

namespace alongside::direct_payments {

inline server::NewContent content_of(DocumentId id, const wire::Subject& subject, PersonId owner, const Return& one) {
  server::NewContent content;
  content.id = id;
  content.subject = subject;
  content.owner = owner;
  content.facet = wire::Facet::Money;
  content.kind = Return::schema.id;
  content.edition = Return::schema.version;
  content.content = wire::encode_payload(one);
  return content;
}

}  // namespace alongside::direct_payments
