// export_folder: everything that is held about a person as a new folder: a page to read, a file for programs, and the
// photos and letters. Called by the verb `household export`.
#pragma once

#include "app/base/result.hpp"
#include "app/server/council_config.hpp"
#include "app/server/personal/held.hpp"

#include <string>

namespace alongside::server {

class Database;

namespace export_names {
inline constexpr std::string_view page = "everything.html";
inline constexpr std::string_view data = "everything.json";
inline constexpr std::string_view files = "files";
}  // namespace export_names

// Conflict: the folder is there already. Readable by nobody but the program's own user.
Result<void> export_folder(Database& database, const EverythingHeld& held, const CouncilConfig& council,
                           const std::string& folder);

}  // namespace alongside::server
