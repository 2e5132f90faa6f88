#include "tests/simulation/sim_vfs.hpp"

#include "tests/simulation/sim_disk.hpp"
#include "tests/simulation/sim_vfs_file.hpp"

#include <sqlite3.h>

#include <cstdio>
#include <cstring>
#include <new>

namespace alongside::simulation {

struct SimVfsState {
  sqlite3_vfs vfs{};
  SimDisk* disk = nullptr;
  Dice dice{0};
};

namespace {

SimVfsState& state_of(sqlite3_vfs* vfs) { return *static_cast<SimVfsState*>(vfs->pAppData); }

int open_file(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out_flags) {
  file->pMethods = nullptr;
  SimDisk& disk = *state_of(vfs).disk;
  if (disk.dead()) return SQLITE_CANTOPEN;
  const std::string path = name == nullptr ? "" : name;
  if ((flags & SQLITE_OPEN_CREATE) == 0 && !disk.has(path)) return SQLITE_CANTOPEN;
  auto* made = new (file) SimVfsFile{};
  made->base.pMethods = sim_file_methods();
  made->disk = &disk;
  made->file = disk.open(path);
  if (out_flags != nullptr) *out_flags = flags;
  return SQLITE_OK;
}

int delete_file(sqlite3_vfs* vfs, const char* name, int) {
  SimDisk& disk = *state_of(vfs).disk;
  if (!disk.has(name)) return SQLITE_IOERR_DELETE_NOENT;
  return disk.remove(name) == DiskAnswer::Done ? SQLITE_OK : SQLITE_IOERR_DELETE;
}

int access_file(sqlite3_vfs* vfs, const char* name, int, int* result) {
  *result = state_of(vfs).disk->has(name) ? 1 : 0;
  return SQLITE_OK;
}

int full_path(sqlite3_vfs*, const char* name, int size, char* out) {
  std::snprintf(out, static_cast<std::size_t>(size), "%s", name);
  return SQLITE_OK;
}

int randomness(sqlite3_vfs* vfs, int size, char* out) {
  state_of(vfs).dice.fill({reinterpret_cast<std::uint8_t*>(out), static_cast<std::size_t>(size)});
  return size;
}

int sleep_for(sqlite3_vfs*, int microseconds) { return microseconds; }

// The council's tables must not depend on it: one day for ever.
int current_time(sqlite3_vfs*, sqlite3_int64* julian_ms) {
  *julian_ms = 212'662'000'000'000;
  return SQLITE_OK;
}

int current_time_days(sqlite3_vfs*, double* julian_days) {
  *julian_days = 212'662'000'000'000 / 86'400'000.0;
  return SQLITE_OK;
}

int last_error(sqlite3_vfs*, int, char*) { return 0; }

int statement_begins(unsigned, void* disk, void*, void*) {
  static_cast<SimDisk*>(disk)->statement();
  return 0;
}

// Runs for each connection that is opened, so the server's own code needs no hook.
int connection_opened(sqlite3* handle, char**, const struct sqlite3_api_routines*) {
  sqlite3_vfs* vfs = nullptr;
  if (sqlite3_file_control(handle, "main", SQLITE_FCNTL_VFS_POINTER, &vfs) == SQLITE_OK && vfs != nullptr &&
      vfs->xOpen == open_file) {
    sqlite3_trace_v2(handle, SQLITE_TRACE_STMT, statement_begins, state_of(vfs).disk);
  }
  return SQLITE_OK;
}

using Extension = void (*)();

}  // namespace

SimVfs::SimVfs() : state_(std::make_unique<SimVfsState>()) {
  sqlite3_initialize();
  sqlite3_vfs& vfs = state_->vfs;
  vfs.iVersion = 2;
  vfs.szOsFile = sizeof(SimVfsFile);
  vfs.mxPathname = 256;
  vfs.zName = "simulated";
  vfs.pAppData = state_.get();
  vfs.xOpen = open_file;
  vfs.xDelete = delete_file;
  vfs.xAccess = access_file;
  vfs.xFullPathname = full_path;
  vfs.xRandomness = randomness;
  vfs.xSleep = sleep_for;
  vfs.xCurrentTime = current_time_days;
  vfs.xGetLastError = last_error;
  vfs.xCurrentTimeInt64 = current_time;
  sqlite3_vfs_register(&vfs, 1);
  sqlite3_auto_extension(reinterpret_cast<Extension>(connection_opened));
}

SimVfs::~SimVfs() {
  sqlite3_cancel_auto_extension(reinterpret_cast<Extension>(connection_opened));
  sqlite3_vfs_unregister(&state_->vfs);
}

void SimVfs::mount(SimDisk& disk, Dice dice) {
  state_->disk = &disk;
  state_->dice = dice;
  sqlite3_randomness(0, nullptr);  // seeds itself anew, from the dice
}

}  // namespace alongside::simulation
