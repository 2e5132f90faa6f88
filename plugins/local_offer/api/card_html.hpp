// write_card: a service in a list of the plain pages, with a link to its own page. Used by find_html and list_html.
#pragma once

#include "app/base/date.hpp"
#include "app/server/html_writer.hpp"
#include "app/server/language.hpp"
#include "plugins/local_offer/model/search/search_result.hpp"

#include <string>

namespace alongside::local_offer {

struct HtmlCard {
  const ServiceSummary& service;
  const Hit& hit;  // where it is, and how far
  std::string href;
  Date today;
};

void write_card(server::HtmlWriter& html, const HtmlCard& card, server::Language language);

}  // namespace alongside::local_offer
