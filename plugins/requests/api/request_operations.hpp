// The rules by which the council takes what a family asks for: ask, add words, take back. Each runs inside the one
// transaction of its operation. Registered by the feature.
#pragma once

namespace alongside::server {
class AccessTable;
class Operations;
struct CouncilConfig;
}  // namespace alongside::server

namespace alongside::requests {

// The configuration is read after the features are made; it is looked into when an operation comes.
void add_request_operations(server::Operations& operations, const server::CouncilConfig& council);
void add_request_access(server::AccessTable& table);

}  // namespace alongside::requests
