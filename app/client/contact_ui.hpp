// One contact of the council as the shell's own pages show it.
#pragma once

#include "app/ui/ui.hpp"
#include "app/wire/messages/council.hpp"

namespace alongside::client {

// Phone, email and opening hours of one contact, under a heading of level 2.
void contact_ui(ui::Ui& ui, ui::Key key, const wire::Contact& contact);

}  // namespace alongside::client
