#include "plugins/direct_payments/api/agreement_payee.hpp"

#include "app/base/birthday.hpp"
#include "app/server/feature.hpp"
#include "plugins/direct_payments/api/coming_of_age.hpp"

namespace alongside::direct_payments {

Result<void> check_payee(const server::FeatureContext& context, const wire::Subject& child, const Agreement& agreement,
                         std::optional<Date> born) {
  const server::Actor payee{agreement.payee, child.household, {}};
  const auto relation = ALONGSIDE_TRY(context.access.relation(payee, child));
  if (relation <= server::Relation::Self)
    return Error{ErrorCode::InvalidInput,
                 "its payee is nobody to its child. Import the household first: council-api household import FILE"};
  if (relation == server::Relation::YoungPerson && born && agreement.starts < birthday(*born, youngest_payee))
    return Error{ErrorCode::InvalidInput, "its payee is the young person, who may be paid themselves from " +
                                              birthday(*born, youngest_payee).iso() + " on"};
  return {};
}

Result<bool> is_mark_taken(const server::FeatureContext& context, const wire::Subject& child, DocumentId id) {
  for (const wire::Document& other : ALONGSIDE_TRY(context.documents.all_by_council(Agreement::schema.id))) {
    if (other.subject == child && other.id != id && mark_of(other.id) == mark_of(id)) return true;
  }
  return false;
}

}  // namespace alongside::direct_payments
