#include "app/server/attachments/attachment_tables.hpp"

#include <array>

namespace alongside::server {
namespace {

// What has arrived is kept once a person and content, however often they attached it. Never once for
// everybody: then whoever sends a file would find out whether somebody else has it.
constexpr const char* first =
    "CREATE TABLE attachment_upload (document INTEGER PRIMARY KEY REFERENCES document (number),"
    "  total INTEGER NOT NULL CHECK (total > 0), checksum INTEGER NOT NULL, received INTEGER NOT NULL) STRICT;"
    "CREATE TABLE attachment_piece (document INTEGER NOT NULL REFERENCES attachment_upload (document) ON DELETE "
    "CASCADE,"
    "  offset INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (document, offset)) STRICT;"
    "CREATE TABLE attachment_blob (household BLOB NOT NULL CHECK (length(household) = 16),"
    "  person BLOB NOT NULL CHECK (length(person) = 16), digest BLOB NOT NULL CHECK (length(digest) = 32),"
    "  size INTEGER NOT NULL CHECK (size > 0), bytes BLOB NOT NULL,"
    "  PRIMARY KEY (household, person, digest)) STRICT;"
    "CREATE INDEX attachment_blob_size ON attachment_blob (person, size);"
    "CREATE TABLE attachment_file (document INTEGER PRIMARY KEY REFERENCES document (number),"
    "  household BLOB NOT NULL, person BLOB NOT NULL, digest BLOB NOT NULL, type INTEGER NOT NULL,"
    "  FOREIGN KEY (household, person, digest) REFERENCES attachment_blob (household, person, digest)) STRICT;";

constexpr std::array<Migration, 1> all{{{1, "attachments", first}}};

}  // namespace

std::span<const Migration> attachment_migrations() { return all; }

}  // namespace alongside::server
