// The page that stands in for every page while there is no network: the service worker keeps it, and the
// application, once it is there, shows the page that was asked for. Added by shell_pages.
#pragma once

#include "app/server/page_content.hpp"

namespace alongside::server {

// In both languages: it is kept once, whatever language is chosen later.
PageContent offline_page();

}  // namespace alongside::server
