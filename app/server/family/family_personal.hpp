// What the family's tables hold about a person, and what becomes of it when they are erased. Registered by
// FamilyFeature.
#pragma once

namespace alongside::server {

class PersonalTables;

void add_family_personal(PersonalTables& tables);

}  // namespace alongside::server
