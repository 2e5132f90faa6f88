// What a family asks before it spends: taken once, kept as a document of the payee's money. Registered by the feature.
#pragma once

namespace alongside::server {
struct CouncilConfig;
class AccessTable;
class Operations;
}  // namespace alongside::server

namespace alongside::direct_payments {

void add_question_operations(server::Operations& operations, const server::CouncilConfig& council);
void add_question_access(server::AccessTable& table);

}  // namespace alongside::direct_payments
