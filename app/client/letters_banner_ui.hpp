// What stands above every page until it is read: that the council could not take something that was
// sent without a name. It may be anybody's on this device, so it stands there for whoever is. Called by
// header_ui each frame.
#pragma once

#include "app/client/sync/letter_box.hpp"
#include "app/ui/ui.hpp"

namespace alongside::client {

void letters_banner_ui(ui::Ui& ui, LetterBox& letters);

}  // namespace alongside::client
