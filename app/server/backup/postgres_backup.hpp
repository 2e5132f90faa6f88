// Backups of a council on PostgreSQL. They have the one form that all backups have, a SQLite file: so one proof is good
// for both, and a council moves from one kind of database to the other by a backup and a restore.
#pragma once

#include "app/base/result.hpp"
#include "app/server/backup/restore_backup.hpp"
#include "app/server/backup/restored_copy.hpp"
#include "app/server/storage/database_config.hpp"

#include <atomic>
#include <string>

namespace alongside::server {

// The whole database as it is at one moment, while its server writes on. `to` must not exist; it is on the disk when
// this returns. Unavailable: `stopping` became true.
Result<void> copy_from_postgres(const DatabaseConfig& config, const std::string& to, const BackupProgram& program,
                                const std::atomic<bool>& stopping);

// In one transaction: killed at any moment, there is the old database or the new one. What was there, if it may be
// replaced, is kept in the same database as the schema replaced_1, replaced_2 … Conflict: it may not, or a server runs.
Result<void> restore_into_postgres(Database& restored, RestoreOver over, const DatabaseConfig& config,
                                   const BackupProgram& program);

}  // namespace alongside::server
