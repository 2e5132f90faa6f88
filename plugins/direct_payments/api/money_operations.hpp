// The rules by which the council takes a family's changes to its money: record, reverse, plan, unplan.
// Each runs inside the one transaction of its operation, sees only what its actor may see, and answers
// what may not be as it answers what is not there. Registered by the feature.
#pragma once

namespace alongside {
class Chance;
}  // namespace alongside

namespace alongside::server {
class AccessTable;
class Operations;
}  // namespace alongside::server

namespace alongside::direct_payments {

void add_money_operations(server::Operations& operations, Chance& chance);
void add_money_access(server::AccessTable& table);

}  // namespace alongside::direct_payments
