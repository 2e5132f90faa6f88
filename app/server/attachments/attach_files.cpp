#include "app/server/attachments/attach_files.hpp"

#include "app/server/sync/new_content.hpp"
#include "app/wire/messages/attachment.hpp"
#include "app/wire/payload.hpp"

namespace alongside::server {
namespace {

Result<std::size_t> count_of(OperationContext& context, const AttachTarget& target) {
  std::size_t count = 0;
  const auto documents = ALONGSIDE_TRY(
      context.documents.of_kind(context.actor, context.what, target.subject, wire::Attachment::schema.id));
  for (const wire::Document& document : documents) {
    const auto there = ALONGSIDE_TRY(wire::decode_payload<wire::Attachment>(document.content));
    count += there.of == target.id ? 1u : 0u;
  }
  return count;
}

Result<void> attach(OperationContext& context, const AttachTarget& target, DocumentId file) {
  const auto there = context.documents.find(context.actor, context.what, file);
  if (there) return {};
  if (there.error().code != ErrorCode::NotFound) return there.error();
  wire::Attachment attachment;
  attachment.of = target.id;
  attachment.added_by = context.actor.person;
  const NewContent content = new_content(file, target.subject, target.owner, target.facet, attachment);
  ALONGSIDE_TRY(context.documents.put(context.actor, context.what, content, {}));
  return {};
}

}  // namespace

Result<void> attach_files(OperationContext& context, const AttachTarget& target, std::span<const DocumentId> files) {
  if (files.empty()) return {};
  if (files.size() + ALONGSIDE_TRY(count_of(context, target)) > wire::attachment_limits::per_document) {
    return Error{ErrorCode::TooLarge, "too_many_files"};
  }
  for (const DocumentId file : files) {
    if (file.is_nil()) return Error{ErrorCode::InvalidInput, "bad_payload"};
    ALONGSIDE_TRY(attach(context, target, file));
  }
  return {};
}

}  // namespace alongside::server
