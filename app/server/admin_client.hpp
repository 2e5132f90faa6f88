// ask_server: the command line's side of the admin socket.
#pragma once

#include "app/base/result.hpp"

#include <optional>
#include <string>
#include <vector>

namespace alongside::server {

// The verb's report or its error; nothing when no server listens on that socket.
std::optional<Result<std::string>> ask_server(const std::string& socket_path, const std::vector<std::string>& words,
                                              const std::string& officer);

}  // namespace alongside::server
