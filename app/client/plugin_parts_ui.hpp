// What plugins show on the shell's own pages: their summaries on the home page of somebody who is
// signed in, and their sections of the settings page. Each call is sealed: a plugin that fails is named
// in its own card, and the page goes on.
#pragma once

#include "app/client/plugin_host.hpp"
#include "app/ui/ui.hpp"

namespace alongside::client {

void summaries_ui(ui::Ui& ui, const PluginHost& host);
void settings_sections_ui(ui::Ui& ui, const PluginHost& host);

// Fetches every plugin that was not asked for yet: after the first drawing, so that the page itself
// waits for nothing.
void load_all(PluginHost& host);

}  // namespace alongside::client
