#include "app/server/passkeys/passkey_tables.hpp"

namespace alongside::server {

namespace {

// passkey.id is ours and stands in forms; credential is the device's name for it. passkey_holder.handle is what the
// device keeps of somebody: random, so that it says nothing of them. passkey_challenge.asked_of: the fingerprint of the
// browser that signs in, or of the session that adds one.
constexpr const char* first_passkey_tables =
    "CREATE TABLE passkey ("
    "  household BLOB NOT NULL, person BLOB NOT NULL, id TEXT NOT NULL,"
    "  credential BLOB NOT NULL UNIQUE CHECK (length(credential) BETWEEN 16 AND 1023),"
    "  algorithm INTEGER NOT NULL, public_key BLOB NOT NULL, sign_count INTEGER NOT NULL,"
    "  name TEXT NOT NULL, since_day INTEGER NOT NULL, used_day INTEGER NOT NULL,"
    "  PRIMARY KEY (household, person, id),"
    "  FOREIGN KEY (household, person) REFERENCES person(household, id)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE passkey_holder ("
    "  household BLOB NOT NULL, person BLOB NOT NULL,"
    "  handle BLOB NOT NULL UNIQUE CHECK (length(handle) = 32),"
    "  PRIMARY KEY (household, person),"
    "  FOREIGN KEY (household, person) REFERENCES person(household, id)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE passkey_challenge ("
    "  challenge BLOB NOT NULL PRIMARY KEY CHECK (length(challenge) = 32),"
    "  asked_of BLOB NOT NULL CHECK (length(asked_of) = 32),"
    "  purpose INTEGER NOT NULL CHECK (purpose IN (0, 1)), until_ms INTEGER NOT NULL) STRICT, WITHOUT ROWID;";

constexpr Migration migrations_of_passkeys[] = {{1, "passkeys", first_passkey_tables}};

}  // namespace

std::span<const Migration> passkey_migrations() { return migrations_of_passkeys; }

}  // namespace alongside::server
