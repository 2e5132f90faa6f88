// What requests hold about a person, in plain words, what has to be answered before they may be erased,
// and when what is answered goes. Registered
// by the feature.
#pragma once

namespace alongside::server {
class PersonalTables;
class RetentionRules;
}  // namespace alongside::server

namespace alongside::requests {

void add_request_personal(server::PersonalTables& tables);
void add_request_retention(server::RetentionRules& rules);

}  // namespace alongside::requests
