// How a sequence number is a key of the outbox: "000000000000002a", so that keys sort as their numbers do.
// The same in every Store, and what the engine writes beside them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace alongside::client {

std::string sequence_key(std::uint64_t sequence);
std::uint64_t sequence_of(std::string_view key);  // 0: it is none

}  // namespace alongside::client
