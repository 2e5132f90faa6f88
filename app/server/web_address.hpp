// Addresses of other machines that a council names in its configuration, or that one of these names: https,
// but for this very machine, and nothing in them that could mean two things. Pure.
#pragma once

#include <string_view>

namespace alongside::server {

// "https://login.northmere.example/oidc": no name or password, no fragment, at most 1000 bytes of ASCII.
bool is_safe_web_address(std::string_view address);
// The same without a query: an issuer.
bool is_safe_issuer(std::string_view address);

}  // namespace alongside::server
