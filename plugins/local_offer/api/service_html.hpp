// service_html: one service as plain HTML, for people without scripts and for search engines. Used
// by the feature's page /service/{id}.
#pragma once

#include "app/base/date.hpp"
#include "app/server/language.hpp"
#include "app/server/page_content.hpp"
#include "app/wire/messages/council.hpp"
#include "plugins/local_offer/model/service_detail.hpp"

#include <string_view>

namespace alongside::local_offer {

// `back` is the address of the search the person came from.
server::PageContent service_html(const ServiceDetail& service, const wire::Council& council, std::string_view back,
                                 Date today, server::Language language);

}  // namespace alongside::local_offer
