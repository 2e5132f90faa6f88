// Ids of services in an address ("/list?s=…&s=…") or in a draft, one a line: what somebody keeps, compares or
// shares. Used by the shortlist, its page, and the API's plain page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace alongside::local_offer {

// An address that carries a list of more would be cut.
inline constexpr std::size_t most_kept = 30;

// Those that are ids (UUIDs), each once, at most most_kept of them.
std::vector<std::string> known_ids(const std::vector<std::string_view>& values);

}  // namespace alongside::local_offer
