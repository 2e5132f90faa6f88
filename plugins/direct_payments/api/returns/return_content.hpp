// A return as the document that the council keeps of it. Used by its operations and its verbs.
#pragma once

#include "app/server/sync/new_content.hpp"
#include "plugins/direct_payments/model/returns/return_record.hpp"

namespace alongside::direct_payments {

inline server::NewContent content_of(DocumentId id, const wire::Subject& subject, PersonId owner, const Return& one) {
  return server::new_content(id, subject, owner, wire::Facet::Money, one);
}

}  // namespace alongside::direct_payments
