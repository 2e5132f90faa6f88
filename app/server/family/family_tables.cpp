#include "app/server/family/family_tables.hpp"

namespace alongside::server {

namespace {

// Days are counted since 1970-01-01; roles, facets and levels are the numbers of the wire's enums.
constexpr const char* first_tables =
    "CREATE TABLE household ("
    "  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),"
    "  demo INTEGER NOT NULL CHECK (demo IN (0, 1))) STRICT, WITHOUT ROWID;"
    "CREATE TABLE person ("
    "  household BLOB NOT NULL REFERENCES household(id),"
    "  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),"
    "  name TEXT NOT NULL,"
    "  PRIMARY KEY (household, id)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE child ("
    "  household BLOB NOT NULL REFERENCES household(id),"
    "  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),"
    "  name TEXT NOT NULL,"
    "  born_day INTEGER NOT NULL,"
    "  PRIMARY KEY (household, id)) STRICT, WITHOUT ROWID;"
    // A person may stand by a child of another household, so `person` refers to no household.
    "CREATE TABLE relationship ("
    "  household BLOB NOT NULL,"
    "  child BLOB NOT NULL,"
    "  person BLOB NOT NULL REFERENCES person(id),"
    "  role INTEGER NOT NULL CHECK (role BETWEEN 0 AND 3),"
    "  parental_responsibility INTEGER NOT NULL CHECK (parental_responsibility IN (0, 1)),"
    "  scope INTEGER NOT NULL,"
    "  from_day INTEGER NOT NULL,"
    "  until_day INTEGER NOT NULL,"
    "  restricted INTEGER NOT NULL CHECK (restricted IN (0, 1)),"
    "  PRIMARY KEY (household, child, person),"
    "  FOREIGN KEY (household, child) REFERENCES child(household, id)) STRICT, WITHOUT ROWID;"
    "CREATE INDEX relationship_of_person ON relationship(person);"
    "CREATE TABLE share ("
    "  household BLOB NOT NULL,"
    "  owner BLOB NOT NULL,"
    "  viewer BLOB NOT NULL CHECK (viewer <> owner),"
    "  subject BLOB NOT NULL,"
    "  facet INTEGER NOT NULL CHECK (facet > 0),"
    "  level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 2),"
    "  from_day INTEGER NOT NULL,"
    "  until_day INTEGER NOT NULL,"
    "  PRIMARY KEY (household, owner, viewer, subject, facet),"
    "  FOREIGN KEY (household, subject, owner) REFERENCES relationship(household, child, person),"
    "  FOREIGN KEY (household, subject, viewer) REFERENCES relationship(household, child, person))"
    "  STRICT, WITHOUT ROWID;"
    "CREATE INDEX share_with_viewer ON share(viewer);";

// Where the council writes to somebody; nobody but they themselves sees it. Empty: it does not know.
constexpr const char* addresses = "ALTER TABLE person ADD COLUMN email TEXT NOT NULL DEFAULT '';";

// Who was erased, by number only, so that nobody gives the number to somebody else; and of whom nothing may be deleted
// for now, and why.
constexpr const char* rights =
    "CREATE TABLE erased_person (person BLOB NOT NULL PRIMARY KEY CHECK (length(person) = 16), household BLOB NOT NULL,"
    "  at_ms INTEGER NOT NULL) STRICT, WITHOUT ROWID;"
    "CREATE TABLE person_hold (person BLOB NOT NULL PRIMARY KEY CHECK (length(person) = 16),"
    "  since_day INTEGER NOT NULL, reason TEXT NOT NULL, officer TEXT NOT NULL) STRICT, WITHOUT ROWID;";

// Why an officer restricted somebody, let them in again, or recorded how they stand to a child.
constexpr const char* standing_changes =
    "CREATE TABLE standing_change (child BLOB NOT NULL CHECK (length(child) = 16),"
    "  person BLOB NOT NULL CHECK (length(person) = 16), at_ms INTEGER NOT NULL,"
    "  change INTEGER NOT NULL CHECK (change BETWEEN 0 AND 2), officer TEXT NOT NULL, reason TEXT NOT NULL,"
    "  PRIMARY KEY (child, person, at_ms)) STRICT, WITHOUT ROWID;";

// What one officer wants to open, until a second confirms it.
constexpr const char* standing_proposals =
    "CREATE TABLE standing_proposal (household BLOB NOT NULL, child BLOB NOT NULL CHECK (length(child) = 16),"
    "  person BLOB NOT NULL CHECK (length(person) = 16), change INTEGER NOT NULL CHECK (change BETWEEN 1 AND 2),"
    "  role INTEGER NOT NULL, from_day INTEGER NOT NULL, until_day INTEGER NOT NULL, opens TEXT NOT NULL,"
    "  officer TEXT NOT NULL, account TEXT NOT NULL, reason TEXT NOT NULL, asked_day INTEGER NOT NULL,"
    "  PRIMARY KEY (child, person)) STRICT, WITHOUT ROWID;";

// The day on which a child is grown up (birthday() of 18 years; 2932896: not known), and by what somebody stands by
// a grown-up. Of whom there is already: 789 is 29 February 1972, and 1461 days on there is the next. From then on,
// until 2082, 18 years have 6574 days with four of them, or one more with five; who was born on one is 18 on 1 March.
constexpr const char* grown_up =
    "ALTER TABLE child ADD COLUMN grown_day INTEGER NOT NULL DEFAULT 2932896;"
    "UPDATE child SET grown_day = born_day + 6574 + CASE WHEN (born_day - 789) % 1461 = 0"
    "  OR (born_day + 6574 - 789) / 1461 - (born_day - 789) / 1461 > 4 THEN 1 ELSE 0 END WHERE born_day >= 789;"
    "UPDATE child SET grown_day = born_day + 6575 WHERE born_day < 789;"
    "ALTER TABLE relationship ADD COLUMN lawful INTEGER NOT NULL DEFAULT 0;"
    "ALTER TABLE standing_proposal ADD COLUMN lawful INTEGER NOT NULL DEFAULT 0;";

// Who was told of which birthday of a child (family/birthday_words.hpp), each once.
constexpr const char* birthdays_told =
    "CREATE TABLE birthday_told (child BLOB NOT NULL CHECK (length(child) = 16),"
    "  person BLOB NOT NULL CHECK (length(person) = 16), birthday INTEGER NOT NULL, day INTEGER NOT NULL,"
    "  PRIMARY KEY (child, person, birthday)) STRICT, WITHOUT ROWID;";

constexpr Migration migrations_of_family[] = {{1, "households, people, relationships and shares", first_tables},
                                              {2, "email addresses", addresses},
                                              {3, "erasures and holds", rights},
                                              {4, "why somebody stands to a child as they do", standing_changes},
                                              {5, "what waits for a second officer", standing_proposals},
                                              {6, "who is grown up, and who stands by them by law", grown_up},
                                              {7, "who was told of which birthday", birthdays_told}};

}  // namespace

std::span<const Migration> family_migrations() { return migrations_of_family; }

}  // namespace alongside::server
