// The parts of the money screen that show what the council wrote: three lists of what the money
// may buy, where that comes from, and links to ring and write. Used by MoneyPage.
#pragma once

#include "app/ui/key.hpp"
#include "plugins/direct_payments/model/guide.hpp"

#include <string>

namespace alongside::ui {
class Ui;
}

namespace alongside::direct_payments {

void guide_lists_ui(ui::Ui& ui, const Guide& guide);
void source_ui(ui::Ui& ui, const Source& source);
void contact_links_ui(ui::Ui& ui, ui::Key key, const std::string& phone, const std::string& email);

}  // namespace alongside::direct_payments
