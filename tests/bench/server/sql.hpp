// run_sql: the SQL of pushes and of reads, recorded from the server's own code and run again alone. Called by main.
#pragma once

#include "app/base/result.hpp"

#include <cstddef>
#include <string>

namespace alongside::bench {

struct SqlTask {
  std::string kind;       // "sqlite" or "postgres", whose socket is in ALONGSIDE_TEST_POSTGRES
  std::string record_at;  // a file or a database's name; is changed
  std::string replay_at;  // the same again, as it was before; is changed
  std::string cookies;    // what the sign-ins left (load.hpp)
  std::size_t requests = 0;
  std::size_t batch = 1;  // changes a push
  std::string pgbench{};  // where to write its script; empty: nowhere
};

// Prints how many pushes the script for pgbench has, and an Outcome for the pushes and one for the reads.
Result<void> run_sql(const SqlTask& task);

}  // namespace alongside::bench
