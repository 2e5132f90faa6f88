// OwnPageTools: what the shell lends to its own pages. Everything in it outlives every page. Made by
// Shell; a plugin sees Host and nothing of this.
#pragma once

#include "app/client/attachments/attachment_box.hpp"
#include "app/client/environment.hpp"
#include "app/client/inbox/notices.hpp"
#include "app/client/plugin_host.hpp"
#include "app/client/plugin_services.hpp"
#include "app/client/session/demo_desk.hpp"
#include "app/client/session/session_service.hpp"
#include "app/client/session/sign_in_ways.hpp"
#include "app/client/session/signed_in_places.hpp"
#include "app/wire/messages/council.hpp"

#include <cstddef>
#include <functional>

namespace alongside::client {

struct OwnPageTools {
  ShellLinks& links;
  PluginHost& host;
  const Environment& environment;
  const wire::Council& council;
  SessionService& session;
  DemoDesk& desk;
  SignInWays& ways;
  SignedInPlaces& places;
  Notices& notices;
  LetterBox& letters;
  AttachmentBox& attachments;
};

}  // namespace alongside::client
