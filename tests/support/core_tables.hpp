// The tables that every feature may count on being there: families, documents and emails. For tests of features that
// open a database of their own.
#pragma once

#include "app/server/database.hpp"
#include "app/server/family/family_tables.hpp"
#include "app/server/mail/mail_tables.hpp"
#include "app/server/migration.hpp"
#include "app/server/sync/sync_tables.hpp"

#include <doctest/doctest.h>

namespace alongside::testing {

inline void make_core_tables(server::Database& database) {
  REQUIRE(server::apply_migrations(database, "family", server::family_migrations()).ok());
  REQUIRE(server::apply_migrations(database, "sync", server::sync_migrations()).ok());
  REQUIRE(server::apply_migrations(database, "mail", server::mail_migrations()).ok());
}

}  // namespace alongside::testing
