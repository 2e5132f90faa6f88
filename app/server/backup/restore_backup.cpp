#include "app/server/backup/restore_backup.hpp"

#include "app/server/backup/backup_record.hpp"
#include "app/server/backup/postgres_backup.hpp"
#include "app/server/backup/work_folder.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

namespace alongside::server {

namespace {

namespace files = std::filesystem;

constexpr std::string_view database_files[] = {"", "-wal", "-shm", "-journal"};

Result<void> move_file(const std::string& from, const std::string& to) {
  if (std::rename(from.c_str(), to.c_str()) != 0) {
    return Error{ErrorCode::Storage, from + ": cannot be moved to " + to + ": " + std::strerror(errno)};
  }
  return {};
}

bool holds_database(const std::string& path) {
  std::error_code ignored;
  for (const std::string_view end : database_files) {
    if (files::exists(path + std::string(end), ignored)) return true;
  }
  return false;
}

// Nothing is deleted: whoever restores the wrong backup wants back what was there.
Result<void> set_aside(const std::string& data_folder, const std::string& database) {
  if (!holds_database(database)) return {};
  // What its log holds goes into the file, if it can be opened at all.
  if (Database old; old.open(database)) old.close();
  std::string aside;
  std::error_code fault;
  for (int number = 1; aside.empty() || files::exists(aside, fault); ++number) {
    aside = data_folder + "/replaced-" + std::to_string(number);
  }
  if (!files::create_directory(aside, fault)) return Error{ErrorCode::Storage, aside + ": " + fault.message()};
  // The log before the database it belongs to: alone it means nothing to SQLite.
  for (const std::string_view end : {"-wal", "-shm", "-journal", ""}) {
    const std::string from = database + std::string(end);
    if (files::exists(from, fault)) ALONGSIDE_TRY(move_file(from, aside + "/alongside.sqlite" + std::string(end)));
  }
  ALONGSIDE_TRY(sync_folder(aside));
  return sync_folder(data_folder);
}

// From here on the folder has no database that may be used, until the new one is in its place.
Result<void> put_in_place(const std::string& restored, const std::string& data_folder, const std::string& database) {
  const std::string unfinished = unfinished_restore(data_folder);
  std::error_code fault;
  if (!files::exists(unfinished, fault)) ALONGSIDE_TRY(write_new_file(unfinished, "restore again\n"));
  ALONGSIDE_TRY(sync_folder(data_folder));
  ALONGSIDE_TRY(set_aside(data_folder, database));
  ALONGSIDE_TRY(move_file(restored, database));
  ALONGSIDE_TRY(sync_folder(data_folder));
  if (!files::remove(unfinished, fault)) return Error{ErrorCode::Storage, unfinished + ": " + fault.message()};
  return sync_folder(data_folder);
}

}  // namespace

std::string unfinished_restore(const std::string& data_folder) { return data_folder + "/restore.unfinished"; }

Result<BackupManifest> restore_backup(const std::string& place, const RestoreTo& to, const BackupProgram& program,
                                      Chance& chance) {
  const std::string database = to.data_folder + "/" + std::string(backup_names::database);
  const bool into_file = to.config.kind == DatabaseKind::Sqlite;
  if (into_file && holds_database(database) && to.over == RestoreOver::Nothing) {
    return Error{ErrorCode::Conflict, to.data_folder +
                                          ": there is a database here already. With --over it is set aside in this "
                                          "folder and the backup takes its place"};
  }
  BackupManifest manifest = ALONGSIDE_TRY(read_manifest(place));
  const WorkFolder scratch = ALONGSIDE_TRY(WorkFolder::create(to.data_folder + "/alongside", "restoring"));
  const auto restored = ALONGSIDE_TRY(RestoredCopy::create(place, scratch.path()));
  ALONGSIDE_TRY(restored->check(manifest, program));
  ALONGSIDE_TRY(program.after_restore(restored->database()));
  ALONGSIDE_TRY(begin_new_life(restored->database(), chance));
  if (!into_file) ALONGSIDE_TRY(restore_into_postgres(restored->database(), to.over, to.config, program));
  restored->database().close();
  ALONGSIDE_TRY(sync_file(restored->path()));
  if (into_file) ALONGSIDE_TRY(put_in_place(restored->path(), to.data_folder, database));
  return manifest;
}

}  // namespace alongside::server
