// Where the native tests of the server find the PostgreSQL that with_postgres.sh started.
#pragma once

#include "app/server/storage/postgres_place.hpp"
#include "tests/support/test_postgres.hpp"

#include <atomic>
#include <string>

namespace alongside::testing {

inline server::PostgresPlace postgres_test_place(const std::string& database) {
  server::PostgresPlace place;
  place.host = postgres_socket();
  place.name = database;
  place.user = "alongside";
  place.password = "a password of these tests";
  place.patience = std::chrono::milliseconds(300);
  return place;
}

// The name of a database that nobody had before.
inline std::string new_postgres_database(const std::string& purpose) {
  static std::atomic<int> made = 0;
  std::string name = purpose + "_" + std::to_string(++made);
  drop_postgres_database(name);
  make_postgres_database(name);
  return name;
}

}  // namespace alongside::testing
