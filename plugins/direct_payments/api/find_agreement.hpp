// The agreement that an operation is about, as far as its actor may see it. Used by the rules of money and of returns.
#pragma once

#include "app/base/result.hpp"
#include "plugins/direct_payments/model/agreement.hpp"

namespace alongside::server {
struct OperationContext;
}

namespace alongside::direct_payments {

struct FoundAgreement {
  DocumentId id;
  PersonId owner;
  Agreement agreement;
};

// NotFound "not_found" when there is none about the operation's subject, or the actor may not see it.
Result<FoundAgreement> agreement_of(server::OperationContext& context, DocumentId id);
Result<FoundAgreement> agreement_marked(server::OperationContext& context, AgreementMark mark);

}  // namespace alongside::direct_payments
