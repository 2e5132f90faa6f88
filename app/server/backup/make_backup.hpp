// make_backup: a backup of a council's database while its server goes on, in a folder of its own that has its final
// name only once the backup was restored and found whole. Runs beside the server's thread, with files only; what it
// gives back is noted in the database afterwards (backup_record.hpp).
#pragma once

#include "app/base/ids.hpp"
#include "app/base/result.hpp"
#include "app/server/backup/backup_record.hpp"
#include "app/server/backup/restored_copy.hpp"
#include "app/server/storage/database_config.hpp"

#include <atomic>
#include <string>

namespace alongside::server {

struct BackupOrder {
  std::string database;        // the file
  std::string place;           // the folder to make; Conflict when it is there
  std::string council;         // for the manifest
  std::string configuration;   // likewise
  DatabaseConfig config = {};  // of PostgreSQL: the database is there, and no file
};

Result<VerifiedBackup> make_backup(const BackupOrder& order, const BackupProgram& program,
                                   const std::atomic<bool>& stopping);

// Restores to a scratch folder beside it and checks everything: that is what a backup is worth.
Result<BackupManifest> verify_backup(const std::string& place, const BackupProgram& program);

}  // namespace alongside::server
