// What signing in keeps about a person, what becomes of it when they are erased, and when it is old. Registered by
// SignInFeature.
#pragma once

namespace alongside::server {

class PersonalTables;
class RetentionRules;

void add_sign_in_personal(PersonalTables& tables);
void add_sign_in_retention(RetentionRules& rules);

}  // namespace alongside::server
