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

// These say themselves whom they are for and what they say; one that has gone is no more.
constexpr const char* to_council =
    "CREATE TABLE mail_to_council ("
    "  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16), about BLOB NOT NULL, recipient TEXT NOT NULL,"
    "  subject TEXT NOT NULL, words TEXT NOT NULL, due_ms INTEGER NOT NULL, tries INTEGER NOT NULL,"
    "  reason TEXT NOT NULL) STRICT, WITHOUT ROWID;"
    "CREATE INDEX mail_to_council_due ON mail_to_council (due_ms);";

// Codes that are asked for by email. The code itself is made when the letter leaves; `purpose` is CodePurpose's number.
constexpr const char* codes =
    "CREATE TABLE mail_code ("
    "  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),"
    "  household BLOB NOT NULL, person BLOB NOT NULL UNIQUE CHECK (length(person) = 16),"
    "  purpose INTEGER NOT NULL CHECK (purpose IN (0, 1)),"
    "  made_ms INTEGER NOT NULL, due_ms INTEGER NOT NULL, tries INTEGER NOT NULL) STRICT, WITHOUT ROWID;"
    "CREATE INDEX mail_code_due ON mail_code (due_ms);";

constexpr Migration migrations_of_mail[] = {{1, "letters on their way", outbox},
                                            {2, "letters to the council's staff", to_council},
                                            {3, "codes by email", codes}};

}  // namespace

std::span<const Migration> mail_migrations() { return migrations_of_mail; }

}  // namespace alongside::server
