// Says under the header that what this device keeps for the person could not be read, with a button that tries again.
// Drawn by the shell in every frame; nothing as long as all is well.
#pragma once

#include "app/client/session/session_service.hpp"
#include "app/ui/ui.hpp"

namespace alongside::client {

void device_banner_ui(ui::Ui& ui, SessionService& session);

}  // namespace alongside::client
