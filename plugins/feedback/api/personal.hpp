// What surveys and calls for safety hold about a person, in plain words, and what becomes of it when they are erased.
// Registered by the feature.
#pragma once

namespace alongside::server {
class PersonalTables;
}

namespace alongside::feedback {

void add_feedback_personal(server::PersonalTables& tables);

}  // namespace alongside::feedback
