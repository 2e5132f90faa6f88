// What search engines are told of the local offer's pages, in schema.org's words (JSON-LD): a service, a list of what
// was found. Only what the page itself says. Written into the pages for people without scripts.
#pragma once

#include "plugins/local_offer/model/service_detail.hpp"

#include <span>
#include <string>

namespace alongside::local_offer {

// schema.org Service, with its provider, places, hours, ages and prices.
std::string linked_data(const ServiceDetail& service);
// schema.org ItemList, in the order in which they are shown.
std::string linked_data(std::span<const ServiceSummary* const> found);

}  // namespace alongside::local_offer
