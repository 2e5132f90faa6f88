// The pages "/carry" and "/carry/{survey}" for a browser without scripts: sealing and opening need scripts, so they say
// what the pages are for and whom to ring instead. The same for everybody.
#pragma once

#include "app/server/language.hpp"
#include "app/server/page_content.hpp"
#include "app/wire/messages/council.hpp"

namespace alongside::feedback {

server::PageContent carried_html(const wire::Contact& council, server::Language language);

}  // namespace alongside::feedback
