// What requests hold about a person, in plain words, and what has to be answered before they may be erased. Registered
// by the feature.
#pragma once

namespace alongside::server {
class PersonalTables;
}

namespace alongside::requests {

void add_request_personal(server::PersonalTables& tables);

}  // namespace alongside::requests
