// DatabaseConfig: "database" in a council's configuration: which kind it is, and for PostgreSQL where. Read with the
// rest of it; a council that says nothing has a SQLite file in its data folder.
#pragma once

#include "app/base/result.hpp"
#include "app/server/storage/database_connection.hpp"
#include "app/server/storage/postgres_place.hpp"

#include <string>

namespace alongside::server {

class Database;
class JsonFields;

struct DatabaseConfig {
  DatabaseKind kind = DatabaseKind::Sqlite;
  PostgresPlace postgres;     // without its password
  std::string password_file;  // empty: the server lets us in without
};

DatabaseConfig read_database(JsonFields& parent);

// With the password out of its file. Unavailable: it cannot be read. InvalidInput: there is none in it.
Result<PostgresPlace> postgres_place(const DatabaseConfig& config);

// The one that the configuration says; a SQLite file is at `path`.
Result<void> open_database(Database& database, const DatabaseConfig& config, const std::string& path);

}  // namespace alongside::server
