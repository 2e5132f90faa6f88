// What payments, plans and returns hold about a person, in plain words; what must be done before somebody may be
// erased, and what the ledger keeps of them then: amounts and days, no words. Registered by the feature.
#pragma once

namespace alongside::server {
class PersonalTables;
}

namespace alongside::direct_payments {

void add_money_personal(server::PersonalTables& tables);

}  // namespace alongside::direct_payments
