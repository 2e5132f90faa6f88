// What the database remembers of its verified backups: when each was made, and how far each device's changes are in
// one. Devices let go of an acknowledged change only then (PushReply::backed_up).
#pragma once

#include "app/base/result.hpp"
#include "app/server/backup/manifest.hpp"
#include "app/server/sync/device_log.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace alongside {
class Chance;
}

namespace alongside::server {

struct Migration;

struct DeviceEnd {
  DeviceKey device;
  std::uint64_t last = 0;
};

struct VerifiedBackup {
  BackupManifest manifest;
  std::vector<DeviceEnd> ends;  // what the backup holds of each device
};

std::span<const Migration> backup_migrations();

// Of every device whose last change no earlier backup holds.
Result<std::vector<DeviceEnd>> device_ends(Database& database);
// After it was restored: devices are told of another life, and that what this one begins with is in a backup.
Result<void> begin_new_life(Database& database, Chance& chance);
// In one transaction. Conflict: the database has another incarnation than the backup.
Result<void> note_backup(Database& database, const VerifiedBackup& backup, std::int64_t at_ms);

}  // namespace alongside::server
