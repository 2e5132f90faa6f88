// What is written about one child beside the money, as the council keeps it. Used by `agreement import`, `agreement
// rules` and `agreement show`.
#pragma once

#include "app/base/result.hpp"
#include "app/wire/messages/operation.hpp"
#include "plugins/direct_payments/model/spending/agreed_words.hpp"

#include <optional>
#include <string>

namespace alongside {
class Chance;
}
namespace alongside::server {
struct FeatureContext;
}

namespace alongside::direct_payments {

Result<std::optional<AgreedWords>> read_agreed_words(const server::FeatureContext& context, DocumentId agreement);
// Nothing is written when it is there just so.
Result<void> keep_agreed_words(const server::FeatureContext& context, const wire::Subject& subject, PersonId payee,
                               const AgreedWords& agreed);
// Keeps them and tells the payee. NotFound, in words for the officer, when there is no such agreement.
Result<std::string> tell_agreed_words(const server::FeatureContext& context, Chance& chance, const AgreedWords& agreed);

}  // namespace alongside::direct_payments
