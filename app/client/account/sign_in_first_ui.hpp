// What a page of one's own shows to somebody who is not signed in: the way to sign in and come back.
// Used by the shell's own pages.
#pragma once

#include "app/ui/ui.hpp"

#include <string>
#include <string_view>

namespace alongside::client {

void sign_in_first_ui(ui::Ui& ui, std::string_view then);

// "/signin?then=/money": where to sign in so as to come back to `then`.
std::string sign_in_href(std::string_view then);
// An address within the application, or "/" for anything else that an address may hold.
std::string inside_href(std::string_view href);

}  // namespace alongside::client
