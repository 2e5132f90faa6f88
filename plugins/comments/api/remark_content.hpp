// A remark as the document that its sender gets. Used when it comes and whenever the council did something with it.
#pragma once

#include "app/server/sync/documents.hpp"
#include "app/wire/payload.hpp"
#include "plugins/comments/api/remark_store.hpp"

namespace alongside::comments {

inline server::NewContent content_of(const StoredRemark& remark) {
  server::NewContent content;
  content.id = remark.id;
  content.subject = remark.own;
  content.owner = remark.sender();
  content.facet = wire::Facet::Own;
  content.kind = RemarkRecord::schema.id;
  content.edition = RemarkRecord::schema.version;
  content.content = wire::encode_payload(remark.record);
  return content;
}

}  // namespace alongside::comments
