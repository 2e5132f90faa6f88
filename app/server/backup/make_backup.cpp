#include "app/server/backup/make_backup.hpp"

#include "app/base/clock.hpp"
#include "app/server/backup/postgres_backup.hpp"
#include "app/server/backup/work_folder.hpp"
#include "app/server/copy_database_sqlite.hpp"
#include "app/server/moment_text.hpp"

#include <filesystem>
#include <utility>

namespace alongside::server {

namespace {

Result<void> check_place(const std::string& place) {
  std::error_code fault;
  if (std::filesystem::exists(std::filesystem::symlink_status(place, fault))) {
    return Error{ErrorCode::Conflict, place + ": this is there already; say where a new folder shall be made"};
  }
  if (!std::filesystem::is_directory(std::filesystem::path(place).parent_path(), fault)) {
    return Error{ErrorCode::NotFound, place + ": the folder in which it shall be made is not there"};
  }
  return {};
}

Result<void> copy_of(const BackupOrder& order, const std::string& to, const BackupProgram& program,
                     const std::atomic<bool>& stopping) {
  if (order.config.kind == DatabaseKind::Sqlite) return copy_database(order.database, to, stopping);
  return copy_from_postgres(order.config, to, program, stopping);
}

}  // namespace

Result<VerifiedBackup> make_backup(const BackupOrder& order, const BackupProgram& program,
                                   const std::atomic<bool>& stopping) {
  ALONGSIDE_TRY(check_place(order.place));
  WorkFolder folder = ALONGSIDE_TRY(WorkFolder::create(order.place, "partial"));
  const WorkFolder scratch = ALONGSIDE_TRY(WorkFolder::create(order.place, "scratch"));
  const std::string copied = folder.path() + "/" + std::string(backup_names::database);
  BackupManifest manifest;
  manifest.council = order.council;
  manifest.configuration = order.configuration;
  manifest.made_at = moment_text(program.clock.now_ms());
  ALONGSIDE_TRY(copy_of(order, copied, program, stopping));
  const auto restored = ALONGSIDE_TRY(RestoredCopy::create(folder.path(), scratch.path()));
  ALONGSIDE_TRY(restored->describe(manifest));
  ALONGSIDE_TRY(write_manifest(folder.path(), manifest));
  // As it is on the disk, not as we meant it.
  ALONGSIDE_TRY(restored->check(ALONGSIDE_TRY(read_manifest(folder.path())), program));
  auto ends = ALONGSIDE_TRY(device_ends(restored->database()));
  restored->database().close();
  if (stopping) return Error{ErrorCode::Unavailable, "the server is stopping: the backup was left off"};
  ALONGSIDE_TRY(folder.become(order.place));
  return VerifiedBackup{std::move(manifest), std::move(ends)};
}

Result<BackupManifest> verify_backup(const std::string& place, const BackupProgram& program) {
  BackupManifest manifest = ALONGSIDE_TRY(read_manifest(place));
  const WorkFolder scratch = ALONGSIDE_TRY(WorkFolder::create(place, "scratch"));
  const auto restored = ALONGSIDE_TRY(RestoredCopy::create(place, scratch.path()));
  ALONGSIDE_TRY(restored->check(manifest, program));
  restored->database().close();
  return manifest;
}

}  // namespace alongside::server
