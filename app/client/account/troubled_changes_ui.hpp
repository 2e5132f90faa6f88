// Changes of the shell's own kinds that the council refused, each until the person has seen it. Drawn
// by the account page; a plugin shows its own on its own pages.
#pragma once

#include "app/plugin_api/records.hpp"
#include "app/ui/ui.hpp"

namespace alongside::client {

void troubled_changes_ui(ui::Ui& ui, Records& records);

}  // namespace alongside::client
