#include "tests/simulation/sim_vfs_file.hpp"

#include "tests/simulation/sim_disk.hpp"

#include <algorithm>
#include <cstring>

namespace alongside::simulation {

namespace {

SimVfsFile& of(sqlite3_file* file) { return *reinterpret_cast<SimVfsFile*>(file); }

int status_of(DiskAnswer answer, int failure) {
  switch (answer) {
    case DiskAnswer::Done: return SQLITE_OK;
    case DiskAnswer::Full: return SQLITE_FULL;
    default: return failure;
  }
}

int close_file(sqlite3_file* file) {
  of(file).~SimVfsFile();
  return SQLITE_OK;
}

int read_file(sqlite3_file* file, void* out, int size, sqlite3_int64 at) {
  const Bytes& bytes = of(file).file->now;
  const auto from = std::min(static_cast<std::size_t>(at), bytes.size());
  const auto count = std::min(static_cast<std::size_t>(size), bytes.size() - from);
  if (count > 0) std::memcpy(out, bytes.data() + from, count);
  if (count == static_cast<std::size_t>(size)) return SQLITE_OK;
  std::memset(static_cast<char*>(out) + count, 0, static_cast<std::size_t>(size) - count);
  return SQLITE_IOERR_SHORT_READ;
}

int write_file(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at) {
  SimVfsFile& own = of(file);
  const std::span span(static_cast<const std::uint8_t*>(bytes), static_cast<std::size_t>(size));
  return status_of(own.disk->write(*own.file, static_cast<std::size_t>(at), span), SQLITE_IOERR_WRITE);
}

int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
  SimVfsFile& own = of(file);
  return status_of(own.disk->truncate(*own.file, static_cast<std::size_t>(size)), SQLITE_IOERR_TRUNCATE);
}

int sync_file(sqlite3_file* file, int) { return status_of(of(file).disk->sync(*of(file).file), SQLITE_IOERR_FSYNC); }

int file_size(sqlite3_file* file, sqlite3_int64* size) {
  *size = static_cast<sqlite3_int64>(of(file).file->now.size());
  return SQLITE_OK;
}

int lock_file(sqlite3_file*, int) { return SQLITE_OK; }

int reserved_lock(sqlite3_file*, int* held) {
  *held = 0;
  return SQLITE_OK;
}

int file_control(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }

int sector_size(sqlite3_file*) { return static_cast<int>(SimDisk::sector); }

// No promise at all: neighbours of what is being written may be damaged as far as SQLite knows.
int characteristics(sqlite3_file*) { return 0; }

int map_memory(sqlite3_file* file, int region, int size, int, void volatile** out) {
  auto& memory = of(file).shared_memory;
  while (memory.size() <= static_cast<std::size_t>(region)) {
    memory.push_back(std::make_unique<unsigned char[]>(static_cast<std::size_t>(size)));
  }
  *out = memory[static_cast<std::size_t>(region)].get();
  return SQLITE_OK;
}

int lock_memory(sqlite3_file*, int, int, int) { return SQLITE_OK; }

void memory_barrier(sqlite3_file*) {}

int unmap_memory(sqlite3_file* file, int) {
  of(file).shared_memory.clear();
  return SQLITE_OK;
}

constexpr sqlite3_io_methods methods = {
    2,           close_file,     read_file,     write_file,   truncate_file, sync_file,       file_size,
    lock_file,   lock_file,      reserved_lock, file_control, sector_size,   characteristics, map_memory,
    lock_memory, memory_barrier, unmap_memory,  nullptr,      nullptr,
};

}  // namespace

const sqlite3_io_methods* sim_file_methods() { return &methods; }

}  // namespace alongside::simulation
