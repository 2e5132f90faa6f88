// What comments on the local offer hold about a person, in plain words, and what becomes of it when they are erased.
// Registered by the feature.
#pragma once

namespace alongside::server {
class PersonalTables;
}

namespace alongside::comments {

void add_comments_personal(server::PersonalTables& tables);

}  // namespace alongside::comments
