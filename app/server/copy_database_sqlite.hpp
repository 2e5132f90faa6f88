// copy_database: one SQLite file as it is at one moment, while its server writes on. Reads over a connection of its
// own that never writes and never checkpoints, so it may run beside the server's thread; called by backups.
#pragma once

#include "app/base/result.hpp"

#include <atomic>
#include <string>

namespace alongside::server {

// `to` must not exist; it becomes a single file without a write-ahead log, and is on the disk when this returns.
// Unavailable: `stopping` became true.
Result<void> copy_database(const std::string& from, const std::string& to, const std::atomic<bool>& stopping);

}  // namespace alongside::server
