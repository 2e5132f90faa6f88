// Everything that is held about a person as one JSON file, for programs; with the photos and letters themselves, as
// far as they fit into `most_bytes`.
#pragma once

#include "app/base/result.hpp"
#include "app/server/personal/held.hpp"

#include <cstddef>
#include <string>

namespace alongside::server {

class Database;

enum class HeldFiles : std::uint8_t { Beside, Inside };  // in a folder of their own, or in the file itself

Result<std::string> held_json(Database& database, const EverythingHeld& held, HeldFiles files,
                              std::size_t most_bytes = std::size_t{20} << 20);

}  // namespace alongside::server
