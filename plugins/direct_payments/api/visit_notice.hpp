// ask_how_it_was: after a spend on something in the local offer, "How was Saturday Swim Club?" in the
// inbox of whoever recorded it, with the address of the question. Used by the rule that records.
#pragma once

#include "app/base/result.hpp"
#include "plugins/direct_payments/model/transaction.hpp"

#include <string>

namespace alongside {
class Chance;
}  // namespace alongside

namespace alongside::server {
struct OperationContext;
}  // namespace alongside::server

namespace alongside::direct_payments {

Result<void> ask_how_it_was(server::OperationContext& context, Chance& chance, const Transaction& transaction,
                            const std::string& name);

// Where the question is asked, with the intent in the address. Empty when the intent is too long.
std::string visit_href(const Transaction& transaction, const std::string& name);

}  // namespace alongside::direct_payments
