// What signing in keeps about a person, and what becomes of it when they are erased. Registered by SignInFeature.
#pragma once

namespace alongside::server {

class PersonalTables;

void add_sign_in_personal(PersonalTables& tables);

}  // namespace alongside::server
