// list_html: the services of a list that somebody was sent ("/list?s=…"), as plain HTML. Used by the feature's
// page /list.
#pragma once

#include "app/base/date.hpp"
#include "app/server/language.hpp"
#include "app/server/page_content.hpp"
#include "plugins/local_offer/model/offer_list.hpp"

#include <string>
#include <vector>

namespace alongside::local_offer {

server::PageContent list_html(const OfferList& list, const std::vector<std::string>& ids, Date today,
                              server::Language language);

}  // namespace alongside::local_offer
