// What stands above every page when the session is about to end or has ended: a sentence and one
// button. Nothing of the page goes away. Called by Shell each frame.
#pragma once

#include "app/client/session/session_service.hpp"
#include "app/ui/ui.hpp"

namespace alongside::client {

void session_banner_ui(ui::Ui& ui, SessionService& session);

}  // namespace alongside::client
