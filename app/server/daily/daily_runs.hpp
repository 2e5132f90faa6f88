// DailyRuns: when each job of every day last ran, and how it ended. Written by DailyRounds on the server's one thread;
// read by `council-api every-day`.
#pragma once

#include "app/base/date.hpp"
#include "app/base/result.hpp"
#include "app/server/migration.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace alongside::server {

class Database;

struct DailyRun {
  Date day;
  std::int64_t at_ms = 0;
  std::string outcome;  // "done", or the name of an error code
};

std::span<const Migration> daily_migrations();

class DailyRuns {
 public:
  explicit DailyRuns(Database& database) : database_(database) {}

  Result<std::optional<DailyRun>> last(std::string_view job) const;
  Result<void> note(std::string_view job, const DailyRun& run);

 private:
  Database& database_;
};

}  // namespace alongside::server
