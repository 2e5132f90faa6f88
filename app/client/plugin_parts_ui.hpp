// What plugins show outside their own pages: their summaries on the home page of somebody who is
// signed in, their sections of the settings page, and ways to them under other plugins' pages. Each call is sealed: a
// plugin that fails is named in its own card, and the page goes on.
#pragma once

#include "app/client/plugin_host.hpp"
#include "app/plugin_api/route.hpp"
#include "app/ui/ui.hpp"

#include <string_view>

namespace alongside::client {

void summaries_ui(ui::Ui& ui, const PluginHost& host);
void settings_sections_ui(ui::Ui& ui, const PluginHost& host);
// A link to each plugin that stands beside this page; it is told the page's title as `name` in the address.
void ways_beside_ui(ui::Ui& ui, const PluginHost& host, const Route& route, std::string_view title);

// Fetches every plugin that was not asked for yet: after the first drawing, so that the page itself
// waits for nothing. Those beside others' pages have nothing to say there and wait until somebody goes to them.
void load_all(PluginHost& host);

}  // namespace alongside::client
