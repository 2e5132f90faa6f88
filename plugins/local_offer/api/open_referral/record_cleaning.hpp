// clean_record: a feed's service as we keep and serve it: every member of the type that the Open
// Referral UK profile wants, what is required there, nothing that is empty, nothing that we refuse. Members
// that the profile does not know stay. Cleaning a clean record changes nothing, so whoever imports what we
// serve gets what we have. Used by the importer.
#pragma once

#include "app/base/date.hpp"
#include "app/server/json_reader.hpp"

namespace alongside::local_offer {

// `record` is an object with a proper id.
server::JsonValue clean_record(const server::JsonValue& record, Date today);

}  // namespace alongside::local_offer
