// ListenAddress: where the server waits for connections, "127.0.0.1:8080" or "[::1]:8080". Port 0
// lets the system choose. Read from the configuration and the command line.
#pragma once

#include "app/base/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace alongside::server {

struct ListenAddress {
  std::string address;
  std::uint16_t port = 0;
};

// Whether only this machine can reach it.
bool is_loopback(const ListenAddress& listen);

Result<ListenAddress> parse_listen_address(std::string_view text);

}  // namespace alongside::server
