// What stands above every page when the session is about to end or has ended: a sentence and one
// button. Nothing of the page goes away. Called by Shell each frame.
#pragma once

#include "app/client/session/session_service.hpp"
#include "app/ui/ui.hpp"

namespace alongside::client {

// `here`: the address of the page, to come back to.
void session_banner_ui(ui::Ui& ui, SessionService& session, std::string_view here);

}  // namespace alongside::client
