// The pages "/i" and "/i/{code}" for a browser without scripts: what they are for, and whom to ring instead. They say
// nothing of any code, so they are the same for everybody.
#pragma once

#include "app/server/language.hpp"
#include "app/server/page_content.hpp"
#include "app/wire/messages/council.hpp"

namespace alongside::feedback {

server::PageContent invited_html(const wire::Contact& council, server::Language language);

}  // namespace alongside::feedback
