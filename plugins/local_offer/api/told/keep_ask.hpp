// The rule by which the council keeps what a person who is signed in asks to be told: one document a service, theirs
// alone. Registered by the feature.
#pragma once

namespace alongside::server {
class AccessTable;
class Operations;
}  // namespace alongside::server

namespace alongside::local_offer {

void add_ask_operations(server::Operations& operations);
void add_ask_access(server::AccessTable& table);

}  // namespace alongside::local_offer
