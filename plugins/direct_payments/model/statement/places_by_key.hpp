// PlacesByKey: where in a list things of one key stand. The one kind of table that reading banks' files uses, also
// where a set would do: each further kind is hundreds of bytes that every phone loads.
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

namespace alongside::direct_payments {

using PlacesByKey = std::unordered_map<std::string, std::vector<std::size_t>>;

}  // namespace alongside::direct_payments
