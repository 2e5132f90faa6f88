// The Short Breaks Services Statement that a council must publish (SI 2011/707 regulation 5): the range of services
// by the heads of regulation 4 and by tier, made from the local offer as it is, then the council's own text of its file
// pages/short-breaks.json (who can have them, how they meet carers' needs, when it is reviewed). Used by the feature.
#pragma once

#include "app/wire/messages/public_page.hpp"
#include "plugins/local_offer/model/offer_list.hpp"

namespace alongside::local_offer {

wire::PublicPage short_breaks_statement(const wire::PublicPage& council_text, const OfferList& offer, Date today);

}  // namespace alongside::local_offer
