#include "app/server/session/session_tables.hpp"

namespace alongside::server {

namespace {

// earlier_token: the one before the last rotation. It still counts until earlier_until_ms, or, while
// that is null, until the browser has shown that the new one reached it.
constexpr const char* first_table =
    "CREATE TABLE session ("
    "  household BLOB NOT NULL,"
    "  person BLOB NOT NULL,"
    "  handle BLOB NOT NULL UNIQUE CHECK (length(handle) = 16),"
    "  token BLOB NOT NULL UNIQUE CHECK (length(token) = 32),"
    "  earlier_token BLOB UNIQUE CHECK (length(earlier_token) = 32),"
    "  earlier_until_ms INTEGER,"
    "  rotated_ms INTEGER NOT NULL,"
    "  idle_until_ms INTEGER NOT NULL,"
    "  ends_ms INTEGER NOT NULL,"
    "  device TEXT NOT NULL,"
    "  began_day INTEGER NOT NULL,"
    "  used_day INTEGER NOT NULL,"
    "  PRIMARY KEY (household, person, handle),"
    "  FOREIGN KEY (household, person) REFERENCES person(household, id)) STRICT, WITHOUT ROWID;";

// Nought: before there was this column.
constexpr const char* session_began = "ALTER TABLE session ADD COLUMN began_ms INTEGER NOT NULL DEFAULT 0;";

constexpr Migration migrations_of_session[] = {{1, "where people are signed in", first_table},
                                               {2, "when they signed in", session_began}};

}  // namespace

std::span<const Migration> session_migrations() { return migrations_of_session; }

}  // namespace alongside::server
