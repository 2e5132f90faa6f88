// What comments on the local offer hold about a person, in plain words, what becomes of it when they are erased, and
// when it is old.
// Registered by the feature.
#pragma once

namespace alongside::server {
class PersonalTables;
class RetentionRules;
}  // namespace alongside::server

namespace alongside::comments {

void add_comments_personal(server::PersonalTables& tables);
void add_comments_retention(server::RetentionRules& rules);

}  // namespace alongside::comments
