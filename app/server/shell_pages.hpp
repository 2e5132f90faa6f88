// The pages that belong to no feature: home, settings, help, and the two that say sorry. Written
// for people without scripts and for the moment before the scripts arrive. Called by site.
#pragma once

#include "app/server/council_config.hpp"
#include "app/server/page_content.hpp"

namespace alongside::server {

void add_shell_pages(PageRouter& pages, const CouncilConfig& config);

PageContent missing_page(Language language);
PageContent trouble_page(Language language, const CouncilConfig& config);

}  // namespace alongside::server
