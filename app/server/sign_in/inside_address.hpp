// Where somebody was before they went to sign in. Used by every way in.
#pragma once

#include <string>
#include <string_view>

namespace alongside::server {

// An address of ours, and never another's, however it is written: anything else is the home page.
std::string inside_address(std::string_view then);

}  // namespace alongside::server
