// The origins from which a page of ours may post: given with --origin, or what the address to listen
// on makes likely. Compared letter by letter with a request's Origin by the guard.
#pragma once

#include "app/base/result.hpp"
#include "app/server/listen_address.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::server {

// "https://families.northmere.gov.uk": a scheme, a host in small letters, a port unless it is the usual one.
Result<void> check_own_origin(std::string_view origin);

// `port`: the one that was opened, which is not in `listen` when the system chose it.
std::vector<std::string> likely_origins(const ListenAddress& listen, std::uint16_t port);

}  // namespace alongside::server
