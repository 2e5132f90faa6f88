// Where one is signed in, with a button to end each of the others. Drawn by the account page.
#pragma once

#include "app/client/session/signed_in_places.hpp"
#include "app/ui/ui.hpp"

namespace alongside::client {

void places_ui(ui::Ui& ui, SignedInPlaces& places);

}  // namespace alongside::client
