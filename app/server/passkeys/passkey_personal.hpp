// What the tables of passkeys hold about people, told and erased, and what of it goes by itself. Called by
// PasskeyFeature.
#pragma once

namespace alongside::server {

class PersonalTables;
class RetentionRules;

void add_passkey_personal(PersonalTables& tables);
void add_passkey_retention(RetentionRules& rules);

}  // namespace alongside::server
