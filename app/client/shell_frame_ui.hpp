// The frame around every page: who this is and the phone number, the navigation, the line that says
// where your words are, help and settings at the foot. Called by Shell each frame.
#pragma once

#include "app/client/environment.hpp"
#include "app/client/plugin_host.hpp"
#include "app/client/session/session_service.hpp"
#include "app/plugin_api/route.hpp"
#include "app/ui/ui.hpp"
#include "app/wire/messages/council.hpp"

#include <cstddef>

namespace alongside::client {

struct FrameView {
  const wire::Council& council;
  const PluginHost& host;
  const Route& route;
  const Environment& environment;
  SessionService& session;
  std::size_t unseen = 0;  // messages
  LetterBox& letters;
  std::size_t files = 0;  // that the council waits for
  bool is_begun = false;  // something that whoever came with a code has begun is kept here
};

void header_ui(ui::Ui& ui, const FrameView& view, const ui::Words& words);
void footer_ui(ui::Ui& ui, const FrameView& view);

}  // namespace alongside::client
