// The rules by which the council takes a family's returns: send, answer. The figures are worked out anew from the
// ledger, and a return with others is given back to the person to look at again. Registered by the feature.
#pragma once

namespace alongside::server {
class AccessTable;
class Operations;
}  // namespace alongside::server

namespace alongside::direct_payments {

void add_return_operations(server::Operations& operations);
void add_return_access(server::AccessTable& table);

}  // namespace alongside::direct_payments
