// What employing holds about a person, in plain words. Registered by the feature.
#pragma once

namespace alongside::server {
class PersonalTables;
}

namespace alongside::employing {

void add_employing_personal(server::PersonalTables& tables);

}  // namespace alongside::employing
