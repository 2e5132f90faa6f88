// Who may be paid for a child, and which ids an agreement may have: the same for agreements out of a file and for those
// that an officer makes. Used by agreement_import and agreement_change.
#pragma once

#include "app/base/result.hpp"
#include "app/wire/messages/operation.hpp"
#include "plugins/direct_payments/model/agreement.hpp"

#include <optional>

namespace alongside::server {
struct FeatureContext;
}

namespace alongside::direct_payments {

// A parent is paid for a child of any age; a child only once they are old enough. InvalidInput, in words.
Result<void> check_payee(const server::FeatureContext& context, const wire::Subject& child, const Agreement& agreement,
                         std::optional<Date> born);
// Payments name an agreement by how its id begins.
Result<bool> is_mark_taken(const server::FeatureContext& context, const wire::Subject& child, DocumentId id);

}  // namespace alongside::direct_payments
