// Migration: one numbered step of a feature's tables, applied once, in order, never edited after
// it has shipped (its checksum is kept, and a difference stops the start). Run by
// migrations.cpp, each in its own transaction.
#pragma once

#include "app/base/result.hpp"

#include <span>
#include <string_view>

namespace alongside::server {

class Database;

struct Migration {
  int number;        // 1, 2, 3 … without a gap
  const char* name;  // "services and places"
  const char* sql;   // CREATE TABLE … STRICT; several statements are fine
};

// Brings one feature's tables to the newest number. Refuses a database made by a newer program.
Result<void> apply_migrations(Database& database, std::string_view feature, std::span<const Migration> migrations);

}  // namespace alongside::server
