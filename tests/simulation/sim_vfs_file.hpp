// SimVfsFile: one open file of SQLite on a SimDisk, with the shared memory that write-ahead logging
// asks for. There is one connection, so its locks are always free. Used by sim_vfs.cpp only.
#pragma once

#include <sqlite3.h>

#include <memory>
#include <vector>

namespace alongside::simulation {

class SimDisk;
struct SimFile;

struct SimVfsFile {
  sqlite3_file base;  // must be first: SQLite knows this part only
  SimDisk* disk;
  std::shared_ptr<SimFile> file;
  std::vector<std::unique_ptr<unsigned char[]>> shared_memory;  // gone with the process, as it should be
};

const sqlite3_io_methods* sim_file_methods();

}  // namespace alongside::simulation
