// copy_rows: every row of one database into another of the other kind, whose tables are the same and empty but for
// what their migrations put there. That is how PostgreSQL is backed up into the one form that backups have, and
// restored from it; called by make_backup and restore_backup.
#pragma once

#include "app/base/result.hpp"

#include <atomic>

namespace alongside::server {

class Database;

// One of the two is SQLite, and `from` stands still meanwhile (Database::open_to_read). Incompatible: their tables are
// of different programs. Storage: not every row arrived. Unavailable: `stopping` became true. Inside a transaction of
// the caller's it is all there or nothing.
Result<void> copy_rows(Database& from, Database& to, const std::atomic<bool>& stopping);

}  // namespace alongside::server
