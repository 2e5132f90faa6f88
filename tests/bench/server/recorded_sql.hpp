// RecordedSql: the SQL that the server runs for a row of requests, statement by statement with every value, so that it
// can be run again with nothing around it: replay() in this process, write_pgbench() for pgbench. Recorded by
// RecordingConnection (recording_connection.hpp).
#pragma once

#include "app/base/result.hpp"
#include "app/server/storage/database_connection.hpp"
#include "tests/bench/server/outcome.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace alongside::bench {

using SqlValue = std::variant<std::monostate, std::int64_t, double, std::string, std::vector<std::uint8_t>>;

struct SqlEvent {
  enum class Kind : std::uint8_t { Begin, Commit, Execute, Statement, Mark };
  Kind kind = Kind::Mark;
  std::size_t text = 0;            // index into texts: of Execute and Statement
  std::vector<SqlValue> values{};  // of Statement, by parameter
  std::size_t steps = 0;           // of Statement
};

class RecordedSql {
 public:
  std::size_t text_index(std::string_view sql);
  std::vector<SqlEvent> events;      // a Mark after each request
  std::vector<std::string> texts{};  // each once

  // Each request's SQL again, on a database that is as it was when recording began.
  Result<Outcome> replay(server::DatabaseConnection& connection, std::string name) const;
  // A script in which each statement is prepared once and then executed with its values: of as many requests as pgbench
  // reads in a second or two (it takes the square of their number). Says of how many.
  std::size_t write_pgbench(const std::string& path) const;

 private:
  std::map<std::string, std::size_t, std::less<>> places_;
};

}  // namespace alongside::bench
