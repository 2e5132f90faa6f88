// The page "How to leave this site quickly": what the button does, what stays behind in the browser, and how to clear
// it. The same for every council, so it is ours unless the council has a leaving.json. Called by council_config.
#pragma once

#include "app/wire/messages/public_page.hpp"

#include <vector>

namespace alongside::server {

// Puts ours among `pages` when none of them has its id.
void add_leaving_page(std::vector<wire::PublicPage>& pages);

}  // namespace alongside::server
