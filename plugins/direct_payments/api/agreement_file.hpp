// parse_agreements: agreements as a council writes them by hand in a JSON file, with the payments made so
// far, checked. All mistakes come back at once, each with its path and what to write. Used by
// `council-api agreement import`.
#pragma once

#include "app/base/result.hpp"
#include "app/wire/messages/operation.hpp"
#include "plugins/direct_payments/model/agreement.hpp"
#include "plugins/direct_payments/model/spending/agreed_words.hpp"

#include <optional>
#include <vector>

namespace alongside::server {
class JsonValue;
}

namespace alongside::direct_payments {

struct FilePayment {
  DocumentId id;
  Date day;
  Money amount;
};

struct FileAgreement {
  DocumentId id;
  wire::Subject subject;
  Agreement agreement;
  std::vector<FilePayment> payments;
  std::optional<AgreedWords> agreed;  // outcomes and rules of this child's
};

Result<std::vector<FileAgreement>> parse_agreements(const server::JsonValue& json);

}  // namespace alongside::direct_payments
