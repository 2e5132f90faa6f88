// What somebody wants to be told of about their money: kept as their own. Registered by the feature.
#pragma once

namespace alongside::server {
class AccessTable;
class Operations;
}  // namespace alongside::server

namespace alongside::direct_payments {

void add_alert_operations(server::Operations& operations);
void add_alert_access(server::AccessTable& table);

}  // namespace alongside::direct_payments
