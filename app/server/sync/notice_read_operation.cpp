// A notice was read. Once is enough: reading it on two devices is no conflict.
#include "app/server/sync/family_operations.hpp"

#include <utility>

namespace alongside::server {

Result<Applied> apply_notice_read(OperationContext& context, const wire::NoticeRead& read) {
  auto document = ALONGSIDE_TRY(context.documents.find(context.actor, context.what, read.notice));
  const bool is_notice = document.kind == wire::Notice::schema.id && document.subject == context.operation.subject;
  if (!is_notice) return Error{ErrorCode::NotFound, "not_found"};
  auto notice = ALONGSIDE_TRY(wire::decode_payload<wire::Notice>(document.content));
  if (notice.seen == wire::Seen::Yes) return Applied{document.version};
  notice.seen = wire::Seen::Yes;
  NewContent content;
  content.id = document.id;
  content.subject = document.subject;
  content.owner = document.owner;
  content.facet = document.facet;
  content.kind = document.kind;
  content.edition = document.edition;
  content.content = wire::encode_payload(notice);
  return Applied{ALONGSIDE_TRY(context.documents.put(context.actor, context.what, content, document.now()))};
}

}  // namespace alongside::server
