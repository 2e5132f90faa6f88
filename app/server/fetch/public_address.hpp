// is_public_address: whether an address of the Internet Protocol is one that anybody can reach, and not this machine,
// the council's own network, or what only looks public. Asked before a connection to where a feed sends us. Pure.
#pragma once

#include <cstdint>
#include <span>

namespace alongside::server {

// `bytes`: 4 of IPv4 or 16 of IPv6, as they are sent; any other number is not public.
bool is_public_address(std::span<const std::uint8_t> bytes);

}  // namespace alongside::server
