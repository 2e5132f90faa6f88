// RestoredCopy: a backup's database, copied to a scratch folder and opened there, and the proof that it is whole:
// SQLite's own checks, foreign keys, the manifest, and every invariant of the features. A backup counts only after
// this. Used by backup, verify and restore; never touches the server's own database.
#pragma once

#include "app/base/date.hpp"
#include "app/base/result.hpp"
#include "app/server/access/authorise.hpp"
#include "app/server/backup/manifest.hpp"
#include "app/server/database.hpp"
#include "app/server/invariants.hpp"

#include <functional>
#include <memory>
#include <string>

namespace alongside::server {

// What a check needs of the program; outlives every check.
struct BackupProgram {
  std::function<Result<void>(Database&)> migrate;        // to the tables of this program
  std::function<Result<void>(Database&)> after_restore;  // what must not come back goes (Feature::restored)
  const Invariants& invariants;
  const Clock& clock;
  // Whoever was erased since the backup goes again (personal/erasure_list.hpp); given the data folder. How many.
  std::function<Result<std::int64_t>(Database&, const std::string&)> erase_again = {};
  std::function<bool(const std::string&)> list_is_there = {};
  // The tables of this program, and nothing done to what is in them; for a council on PostgreSQL.
  std::function<Result<void>(Database&)> make_tables = {};
};

class RestoredCopy {
 public:
  // Copies the database in `folder` into `scratch`, summing what it copies, and opens it.
  static Result<std::unique_ptr<RestoredCopy>> create(const std::string& folder, const std::string& scratch);

  // What the database says of itself; for a backup that is being made. Before check(), which brings it up to date.
  Result<void> describe(BackupManifest& manifest);
  // Error: which promise of the manifest or which invariant does not hold, and where.
  Result<void> check(const BackupManifest& manifest, const BackupProgram& program);

  Database& database() { return database_; }
  const std::string& path() const { return path_; }

 private:
  explicit RestoredCopy(std::string path) : path_(std::move(path)) {}
  Result<void> check_file();
  Result<void> check_invariants(const BackupProgram& program);

  std::string path_;
  FileSum sum_;
  Database database_;
};

}  // namespace alongside::server
