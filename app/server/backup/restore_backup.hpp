// restore_backup: puts a backup in the place of a data folder's database, as a new incarnation, so that devices
// notice and send again everything they still hold. Killed at any moment the folder has either the old database or
// the new one, or says that a restore was cut off. Called by the verb `restore`, under the folder's lock.
#pragma once

#include "app/base/result.hpp"
#include "app/server/backup/restored_copy.hpp"
#include "app/server/storage/database_config.hpp"

#include <cstdint>
#include <string>

namespace alongside {
class Chance;
}

namespace alongside::server {

enum class RestoreOver : std::uint8_t { Nothing, WhatIsThere };

// While this file is in a data folder, its database is not to be used.
std::string unfinished_restore(const std::string& data_folder);

struct RestoreTo {
  std::string data_folder;
  DatabaseConfig config = {};  // of PostgreSQL: there, and not into the folder
  RestoreOver over = RestoreOver::Nothing;
};

// The database that was there, if it may be replaced, is kept in "replaced-1", "replaced-2" … in the data folder.
Result<BackupManifest> restore_backup(const std::string& place, const RestoreTo& to, const BackupProgram& program,
                                      Chance& chance);

}  // namespace alongside::server
