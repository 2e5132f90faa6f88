// A public page as HTML, for browsers without scripts and for the moment before they arrive. Called by
// public_pages.
#pragma once

#include "app/server/language.hpp"
#include "app/server/page_content.hpp"
#include "app/wire/messages/public_page.hpp"

namespace alongside::server {

PageContent public_page_html(const wire::PublicPage& page, const wire::Council& council, Language language);

// In place of a page that the council has not written yet.
PageContent unwritten_page_html(const wire::Council& council, Language language);

}  // namespace alongside::server
