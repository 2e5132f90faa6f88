// The pages "/i" and "/carry", and those below them, for a browser without scripts: opening a code and sealing a draft
// need scripts, so they say what the page is for and whom to ring instead. They say nothing of any code, so they are
// the same for everybody. Used by the features of invitations and of drafts that go to another device.
#pragma once

#include "app/server/language.hpp"
#include "app/server/page_content.hpp"
#include "app/wire/messages/council.hpp"

namespace alongside::feedback {

struct WithoutScripts {
  server::Sentence title;
  server::Sentence lead;
};

server::PageContent without_scripts_html(const WithoutScripts& page, const wire::Contact& council,
                                         server::Language language);

}  // namespace alongside::feedback
