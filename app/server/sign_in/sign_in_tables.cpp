#include "app/server/sign_in/sign_in_tables.hpp"

namespace alongside::server {

namespace {

// An attempt's nonce and verifier are made from the browser's cookie, so they are not here.
// sign_in_waiting: who came back from a provider and is nobody's yet; one a browser.
constexpr const char* first_tables =
    "CREATE TABLE sign_in_attempt ("
    "  state BLOB NOT NULL PRIMARY KEY CHECK (length(state) = 32),"
    "  browser BLOB NOT NULL CHECK (length(browser) = 32),"
    "  provider TEXT NOT NULL, then_path TEXT NOT NULL, device TEXT NOT NULL, until_ms INTEGER NOT NULL)"
    "  STRICT, WITHOUT ROWID;"
    "CREATE TABLE sign_in_waiting ("
    "  browser BLOB NOT NULL PRIMARY KEY CHECK (length(browser) = 32),"
    "  provider TEXT NOT NULL, subject TEXT NOT NULL, sid TEXT NOT NULL, id_token TEXT NOT NULL,"
    "  then_path TEXT NOT NULL, until_ms INTEGER NOT NULL) STRICT, WITHOUT ROWID;"
    "CREATE TABLE sign_in_identity ("
    "  provider TEXT NOT NULL, subject TEXT NOT NULL,"
    "  household BLOB NOT NULL, person BLOB NOT NULL, since_day INTEGER NOT NULL,"
    "  PRIMARY KEY (provider, subject),"
    "  FOREIGN KEY (household, person) REFERENCES person(household, id)) STRICT, WITHOUT ROWID;"
    "CREATE INDEX sign_in_identity_of_person ON sign_in_identity(person);"
    "CREATE TABLE sign_in_session ("
    "  session BLOB NOT NULL PRIMARY KEY CHECK (length(session) = 16),"
    "  provider TEXT NOT NULL, subject TEXT NOT NULL, sid TEXT NOT NULL, id_token TEXT NOT NULL)"
    "  STRICT, WITHOUT ROWID;"
    "CREATE INDEX sign_in_session_of_subject ON sign_in_session(provider, subject);"
    "CREATE TABLE sign_in_leaving ("
    "  browser BLOB NOT NULL PRIMARY KEY CHECK (length(browser) = 32),"
    "  provider TEXT NOT NULL, id_token TEXT NOT NULL, until_ms INTEGER NOT NULL) STRICT, WITHOUT ROWID;"
    "CREATE TABLE sign_in_logout ("
    "  provider TEXT NOT NULL, id TEXT NOT NULL, until_ms INTEGER NOT NULL,"
    "  PRIMARY KEY (provider, id)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE sign_in_code ("
    "  name TEXT NOT NULL PRIMARY KEY,"
    "  household BLOB NOT NULL, person BLOB NOT NULL,"
    "  purpose INTEGER NOT NULL CHECK (purpose IN (0, 1)),"
    "  salt BLOB NOT NULL, hash BLOB NOT NULL CHECK (length(hash) = 32),"
    "  until_ms INTEGER NOT NULL, tries_left INTEGER NOT NULL,"
    "  FOREIGN KEY (household, person) REFERENCES person(household, id)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE sign_in_device ("
    "  device BLOB NOT NULL CHECK (length(device) = 32),"
    "  household BLOB NOT NULL, person BLOB NOT NULL, used_day INTEGER NOT NULL,"
    "  PRIMARY KEY (device, person)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE sign_in_throttle ("
    "  kind INTEGER NOT NULL, key BLOB NOT NULL, left REAL NOT NULL, at_ms INTEGER NOT NULL,"
    "  PRIMARY KEY (kind, key)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE sign_in_audit ("
    "  number INTEGER PRIMARY KEY, at_ms INTEGER NOT NULL, what TEXT NOT NULL, officer TEXT NOT NULL,"
    "  person BLOB NOT NULL) STRICT;";

constexpr Migration migrations_of_sign_in[] = {{1, "providers, codes and throttles", first_tables}};

}  // namespace

std::span<const Migration> sign_in_migrations() { return migrations_of_sign_in; }

}  // namespace alongside::server
