#include "plugins/direct_payments/api/find_agreement.hpp"

#include "app/server/sync/operations.hpp"

namespace alongside::direct_payments {
namespace {

Error no_agreement() { return {ErrorCode::NotFound, "not_found"}; }

Result<FoundAgreement> read_agreement(const wire::Document& document, const wire::Subject& subject) {
  if (document.kind != Agreement::schema.id || document.subject != subject) return no_agreement();
  return FoundAgreement{document.id, document.owner, ALONGSIDE_TRY(wire::decode_payload<Agreement>(document.content))};
}

}  // namespace

Result<FoundAgreement> agreement_of(server::OperationContext& context, DocumentId id) {
  const auto document = ALONGSIDE_TRY(context.documents.find(context.actor, context.what, id));
  return read_agreement(document, context.operation.subject);
}

Result<FoundAgreement> agreement_marked(server::OperationContext& context, AgreementMark mark) {
  const wire::Subject& subject = context.operation.subject;
  const auto documents =
      ALONGSIDE_TRY(context.documents.of_kind(context.actor, context.what, subject, Agreement::schema.id));
  for (const wire::Document& document : documents) {
    if (mark_of(document.id) == mark) return read_agreement(document, subject);
  }
  return no_agreement();
}

}  // namespace alongside::direct_payments
