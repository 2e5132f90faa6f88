// Agreements and their notices as an officer reads them: a line each, or one of them whole, in words or as JSON. Used
// by agreement_change_verbs.
#pragma once

#include "app/base/ids.hpp"
#include "app/base/result.hpp"

#include <string>

namespace alongside::server {
struct FeatureContext;
}

namespace alongside::direct_payments {

// Ids only: nothing that names anybody.
Result<std::string> list_agreements(const server::FeatureContext& context, bool with_ended);
// NotFound when there is none.
Result<std::string> show_agreement(const server::FeatureContext& context, DocumentId id, bool as_json);

}  // namespace alongside::direct_payments
