// sign_in_ui: the card that asks somebody to sign in, and brings them back to where they are. Used by
// every money screen that needs to know who it is for.
#pragma once

#include "app/plugin_api/route.hpp"
#include "app/ui/text_key.hpp"

namespace alongside::ui {
class Ui;
}

namespace alongside::direct_payments {

void sign_in_ui(ui::Ui& ui, const Route& here, ui::TextKey why);

}  // namespace alongside::direct_payments
