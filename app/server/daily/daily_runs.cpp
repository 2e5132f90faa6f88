#include "app/server/daily/daily_runs.hpp"

#include "app/server/database.hpp"

namespace alongside::server {

namespace {

constexpr const char* runs_table =
    "CREATE TABLE daily_run ("
    "  job TEXT NOT NULL PRIMARY KEY, day INTEGER NOT NULL, at_ms INTEGER NOT NULL, outcome TEXT NOT NULL"
    ") STRICT, WITHOUT ROWID";

constexpr Migration migrations_of_daily[] = {{1, "when what is done every day was done last", runs_table}};

}  // namespace

std::span<const Migration> daily_migrations() { return migrations_of_daily; }

Result<std::optional<DailyRun>> DailyRuns::last(std::string_view job) const {
  auto row = ALONGSIDE_TRY(database_.prepare("SELECT day, at_ms, outcome FROM daily_run WHERE job = ?1"));
  row.bind(1, job);
  if (ALONGSIDE_TRY(row.step()) != Step::Row) return std::optional<DailyRun>();
  return std::optional(DailyRun{Date(static_cast<std::int32_t>(row.column_integer(0))), row.column_integer(1),
                                std::string(row.column_text(2))});
}

Result<void> DailyRuns::note(std::string_view job, const DailyRun& run) {
  auto row = ALONGSIDE_TRY(
      database_.prepare("INSERT INTO daily_run(job, day, at_ms, outcome) VALUES(?1, ?2, ?3, ?4) ON CONFLICT(job) DO "
                        "UPDATE SET day = excluded.day, at_ms = excluded.at_ms, outcome = excluded.outcome"));
  row.bind(1, job).bind(2, run.day.days()).bind(3, run.at_ms).bind(4, run.outcome);
  return row.run();
}

}  // namespace alongside::server
