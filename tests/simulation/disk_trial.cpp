#include "tests/simulation/disk_trial.hpp"

#include "app/server/database.hpp"
#include "tests/simulation/sim_disk.hpp"
#include "tests/simulation/sim_vfs.hpp"

#include <string>

namespace alongside::simulation {

namespace {

using server::Database;

constexpr const char* path = "trial.db";
constexpr const char* table = "CREATE TABLE IF NOT EXISTS line (number INTEGER PRIMARY KEY, text BLOB NOT NULL) STRICT";

Result<void> add_line(Database& database, std::int64_t number, std::size_t size) {
  auto transaction = ALONGSIDE_TRY(server::Transaction::create(database));
  auto insert = ALONGSIDE_TRY(database.prepare("INSERT INTO line(number, text) VALUES(?1, ?2)"));
  insert.bind(1, number).bind_bytes(2, Bytes(size, static_cast<std::uint8_t>(number)));
  ALONGSIDE_TRY(insert.run());
  return transaction.commit();
}

// Adds lines until the disk dies; returns the last that was said to be committed.
std::int64_t add_until_dead(Database& database, SimDisk& disk, Dice& dice, std::int64_t last) {
  for (int i = 0; i < 400 && !disk.dead(); ++i) {
    const bool done = add_line(database, last + 1, static_cast<std::size_t>(dice.between(1, 9000))).ok();
    if (!done && !disk.dead()) return last;
    if (done && !disk.dead()) ++last;
    if (dice.one_in(40)) (void)database.checkpoint();
  }
  return last;
}

Result<std::int64_t> lines_in(Database& database) {
  auto check = ALONGSIDE_TRY(database.prepare("PRAGMA integrity_check(1)"));
  if (ALONGSIDE_TRY(check.step()) != server::Step::Row || check.column_text(0) != "ok") {
    return Error{ErrorCode::Storage, "integrity_check: " + std::string(check.column_text(0))};
  }
  auto rows = ALONGSIDE_TRY(database.prepare("SELECT COUNT(*), COALESCE(MAX(number), 0) FROM line"));
  ALONGSIDE_TRY(rows.step());
  if (rows.column_integer(0) != rows.column_integer(1)) return Error{ErrorCode::Storage, "lines are missing"};
  return rows.column_integer(0);
}

}  // namespace

Result<void> try_disk(SimVfs& vfs, std::uint64_t seed, std::uint32_t crashes, FaultCounts& counts) {
  Dice dice(seed);
  SimDisk disk(counts, dice.part());
  vfs.mount(disk, dice.part());
  std::int64_t last = 0;
  for (std::uint32_t i = 0; i <= crashes; ++i) {
    Database database;
    ALONGSIDE_TRY(database.open(path));
    ALONGSIDE_TRY(database.execute(table));
    const std::int64_t there = ALONGSIDE_TRY(lines_in(database));
    // The one under way when the process died may have been committed.
    if (there != last && there != last + 1) {
      return Error{ErrorCode::Storage, "after crash " + std::to_string(i) + " there are " + std::to_string(there) +
                                           " lines, and " + std::to_string(last) + " were committed"};
    }
    last = there;
    disk.die_after(1 + dice.below(200));
    last = add_until_dead(database, disk, dice, last);
    database.close();
    disk.restart(dice.one_in(3) ? Power::Kept : Power::Cut);
  }
  return {};
}

}  // namespace alongside::simulation
