// The parts of a service's plain page that tell the days to come, why to trust it, and what to do when it is not right;
// and the page in place of what asking to be told shows, which needs scripts. Used by service_html and the feature.
#pragma once

#include "app/base/date.hpp"
#include "app/server/html_writer.hpp"
#include "app/server/language.hpp"
#include "app/server/page_content.hpp"
#include "app/wire/messages/council.hpp"
#include "plugins/local_offer/model/service_detail.hpp"

namespace alongside::local_offer {

void write_calendar(server::HtmlWriter& html, const ServiceDetail& service, const wire::Council& council, Date today,
                    server::Language language);
void write_decided(server::HtmlWriter& html, WayIn way, server::Language language);
void write_send_answers(server::HtmlWriter& html, const ServiceDetail& service, server::Language language);
void write_registered(server::HtmlWriter& html, const ServiceDetail& service, server::Language language);
void write_said(server::HtmlWriter& html, const ServiceDetail& service, server::Language language);
void write_concern(server::HtmlWriter& html, const wire::Council& council, server::Language language);
server::PageContent told_html(const wire::Council& council, server::Language language);

}  // namespace alongside::local_offer
