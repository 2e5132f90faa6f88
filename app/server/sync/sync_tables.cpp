#include "app/server/sync/sync_tables.hpp"

#include <array>

namespace alongside::server {

namespace {

// A document's id is its maker's choice, so two people who cannot see each other's may use the same
// one: who makes one under an id that exists already, unseen by them, gets one of their own and
// learns nothing. Between the tables a document goes by its number, which never leaves the server.
// A feed keeps one row a viewer and document, at its newest place: places are gap-free because
// feed_end counts them, and an old place that was overtaken need not be sent.
constexpr const char* first =
    "CREATE TABLE incarnation (only INTEGER PRIMARY KEY CHECK (only = 1),"
    "  id BLOB NOT NULL CHECK (length(id) = 16)) STRICT;"
    "INSERT INTO incarnation VALUES (1, randomblob(16));"

    "CREATE TABLE document (number INTEGER PRIMARY KEY,"
    "  household BLOB NOT NULL CHECK (length(household) = 16), id BLOB NOT NULL CHECK (length(id) = 16),"
    "  owner BLOB NOT NULL CHECK (length(owner) = 16), subject BLOB NOT NULL CHECK (length(subject) = 16),"
    "  facet INTEGER NOT NULL, kind INTEGER NOT NULL, edition INTEGER NOT NULL,"
    "  version INTEGER NOT NULL CHECK (version > 0), gone INTEGER NOT NULL CHECK (gone IN (0, 1)),"
    "  content BLOB NOT NULL, UNIQUE (household, subject, owner, facet, id)) STRICT;"
    "CREATE INDEX document_by_id ON document (id);"
    "CREATE INDEX document_by_subject ON document (household, subject, kind, id);"
    "CREATE INDEX document_by_owner ON document (owner);"
    "CREATE INDEX document_by_kind ON document (kind, id);"

    "CREATE TABLE feed_end (viewer BLOB PRIMARY KEY CHECK (length(viewer) = 16),"
    "  place INTEGER NOT NULL, considered_on INTEGER NOT NULL) STRICT, WITHOUT ROWID;"
    "CREATE TABLE feed ("
    "  viewer BLOB NOT NULL, id BLOB NOT NULL, document INTEGER NOT NULL REFERENCES document (number),"
    "  place INTEGER NOT NULL, gone INTEGER NOT NULL CHECK (gone IN (0, 1)),"
    "  PRIMARY KEY (viewer, id)) STRICT, WITHOUT ROWID;"
    "CREATE UNIQUE INDEX feed_by_place ON feed (viewer, place);"
    "CREATE INDEX feed_by_document ON feed (document);"

    "CREATE TABLE device (person BLOB NOT NULL CHECK (length(person) = 16),"
    "  id BLOB NOT NULL CHECK (length(id) = 16), last INTEGER NOT NULL,"
    "  PRIMARY KEY (person, id)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE operation_result ("
    "  person BLOB NOT NULL, device BLOB NOT NULL, sequence INTEGER NOT NULL, operation BLOB NOT NULL,"
    "  outcome INTEGER NOT NULL, code TEXT NOT NULL, version INTEGER NOT NULL,"
    "  PRIMARY KEY (person, device, sequence)) STRICT, WITHOUT ROWID;"
    "CREATE INDEX operation_result_by_operation ON operation_result (person, operation);"
    "CREATE TABLE audit ("
    "  number INTEGER PRIMARY KEY, at_ms INTEGER NOT NULL, operation BLOB NOT NULL, device BLOB NOT NULL,"
    "  actor BLOB NOT NULL, household BLOB NOT NULL, subject BLOB NOT NULL, kind INTEGER NOT NULL,"
    "  outcome INTEGER NOT NULL, code TEXT NOT NULL) STRICT;"
    "CREATE INDEX audit_by_subject ON audit (household, subject, number);";

// How far each device's changes are in a verified backup.
constexpr const char* second = "ALTER TABLE device ADD COLUMN backed_up INTEGER NOT NULL DEFAULT 0;";

// The audit is a chain (audit/audit_trail.hpp). What was there before has no links of its own; the first that has one
// binds it. Triggers are no protection against somebody who means it, but against our own mistakes.
constexpr const char* third =
    "ALTER TABLE audit ADD COLUMN verb TEXT NOT NULL DEFAULT '';"
    "ALTER TABLE audit ADD COLUMN officer TEXT NOT NULL DEFAULT '';"
    "ALTER TABLE audit ADD COLUMN link BLOB NOT NULL DEFAULT x'';"
    "CREATE TABLE audit_head (only INTEGER PRIMARY KEY CHECK (only = 1), number INTEGER NOT NULL,"
    "  link BLOB NOT NULL) STRICT;"
    "INSERT INTO audit_head SELECT 1, coalesce(max(number), 0), x'' FROM audit;"
    "CREATE TRIGGER audit_stays BEFORE DELETE ON audit"
    "  BEGIN SELECT RAISE(ABORT, 'the audit is only ever added to'); END;"
    "CREATE TRIGGER audit_stands BEFORE UPDATE ON audit"
    "  BEGIN SELECT RAISE(ABORT, 'the audit is only ever added to'); END;";

// Retention takes the oldest rows of the audit, in order: what is left begins after the base, whose link it goes on
// from.
constexpr const char* fourth =
    "ALTER TABLE operation_result ADD COLUMN audit_gone INTEGER NOT NULL DEFAULT 0;"
    "CREATE TABLE audit_base (only INTEGER PRIMARY KEY CHECK (only = 1), number INTEGER NOT NULL,"
    "  link BLOB NOT NULL) STRICT;"
    "INSERT INTO audit_base VALUES (1, 0, x'');"
    "DROP TRIGGER audit_stays;"
    "CREATE TRIGGER audit_stays BEFORE DELETE ON audit WHEN OLD.number > (SELECT number FROM audit_base)"
    "  BEGIN SELECT RAISE(ABORT, 'the audit is only ever added to'); END;";

// Whether a content is sealed (vault/vault.hpp), and whether everything is.
constexpr const char* fifth =
    "ALTER TABLE document ADD COLUMN sealed INTEGER NOT NULL DEFAULT 0;"
    "CREATE TABLE vault_state (only INTEGER PRIMARY KEY CHECK (only = 1), sealed INTEGER NOT NULL) STRICT;";

// The document that a change came too late for.
constexpr const char* sixth = "ALTER TABLE operation_result ADD COLUMN behind BLOB;";

// Which change made a document's version (wire/messages/version.hpp): that tells by itself what came too late. Empty:
// nobody noted it.
constexpr const char* seventh =
    "ALTER TABLE document ADD COLUMN changed_by BLOB NOT NULL DEFAULT x'';"
    "ALTER TABLE operation_result DROP COLUMN behind;";

// The account of the machine behind an officer's name.
constexpr const char* eighth = "ALTER TABLE audit ADD COLUMN account TEXT NOT NULL DEFAULT '';";

// What of others' a person's devices were given on a day, so that the audit says it once (audit/read_audit.hpp).
constexpr const char* ninth =
    "CREATE TABLE read_noted (household BLOB NOT NULL CHECK (length(household) = 16),"
    "  viewer BLOB NOT NULL CHECK (length(viewer) = 16), subject BLOB NOT NULL CHECK (length(subject) = 16),"
    "  day INTEGER NOT NULL, facets INTEGER NOT NULL, PRIMARY KEY (household, viewer, subject)) STRICT, WITHOUT ROWID;";

constexpr std::array<Migration, 9> all{{{1, "documents, feeds and operations", first},
                                        {2, "how far backups have come", second},
                                        {3, "the audit is a chain", third},
                                        {4, "the audit's oldest rows may go", fourth},
                                        {5, "contents may be sealed", fifth},
                                        {6, "what a change came too late for", sixth},
                                        {7, "which change made a version", seventh},
                                        {8, "the account behind an officer's name", eighth},
                                        {9, "what was read is noted once a day", ninth}}};

}  // namespace

std::span<const Migration> sync_migrations() { return all; }

}  // namespace alongside::server
