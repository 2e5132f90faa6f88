// An approved proposal as a record of an Open Referral feed, which then goes the way of all records: cleaned, read and
// stored. Used by `council-api offer proposals approve`.
#pragma once

#include "app/server/json_reader.hpp"
#include "app/wire/messages/offer_proposal.hpp"

#include <string>

namespace alongside::local_offer {

// `id` is the service's; `checked_by` the council's email, shown as who checked it.
server::JsonValue record_of(const wire::OfferProposal& proposal, const std::string& id, Date checked_on,
                            const std::string& checked_by);

}  // namespace alongside::local_offer
