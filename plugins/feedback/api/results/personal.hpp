// What results hold about a person, and what becomes of it when they are erased. Registered by the feature of results.
#pragma once

namespace alongside::server {
class PersonalTables;
}

namespace alongside::feedback {

void add_results_personal(server::PersonalTables& tables);

}  // namespace alongside::feedback
