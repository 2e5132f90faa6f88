// `council-api ledger import FILE`: what a bank's file would be read as, line by line. It works on the file
// alone and stores nothing. Added by the feature.
#pragma once

namespace alongside::server {
class Verbs;
}

namespace alongside::direct_payments {

void add_statement_verb(server::Verbs& verbs);

}  // namespace alongside::direct_payments
