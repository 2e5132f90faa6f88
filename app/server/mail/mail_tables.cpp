#include "app/server/mail/mail_tables.hpp"

namespace alongside::server {

namespace {

// A letter holds no address and no words: both are looked up when it goes, so that a person's last wish
// counts. Times are milliseconds since 1970; `state` is the number of MailState.
constexpr const char* outbox =
    "CREATE TABLE mail_letter ("
    "  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),"
    "  household BLOB NOT NULL, person BLOB NOT NULL CHECK (length(person) = 16),"
    "  state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 3),"
    "  made_ms INTEGER NOT NULL, due_ms INTEGER NOT NULL, sent_ms INTEGER NOT NULL,"
    "  tries INTEGER NOT NULL, reason TEXT NOT NULL) STRICT, WITHOUT ROWID;"
    "CREATE INDEX mail_letter_due ON mail_letter (state, due_ms);"
    "CREATE INDEX mail_letter_of_person ON mail_letter (person);";

constexpr Migration migrations_of_mail[] = {{1, "letters on their way", outbox}};

}  // namespace

std::span<const Migration> mail_migrations() { return migrations_of_mail; }

}  // namespace alongside::server
