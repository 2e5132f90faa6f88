// FamilyWorld: a database with the family of tests/fixtures/family/relations.json, one person for each
// relation, and a clock that goes on when told. Made by the tests of access, sessions and the import.
#pragma once

#include "app/base/clock.hpp"
#include "app/server/access/authorise.hpp"
#include "app/server/database.hpp"
#include "app/server/family/family_file.hpp"
#include "app/server/family/family_import.hpp"
#include "app/server/family/family_tables.hpp"
#include "app/server/session/session_tables.hpp"
#include "app/server/sync/documents.hpp"
#include "app/server/sync/sync_tables.hpp"
#include "app/server/sync/system_chance.hpp"

#include <doctest/doctest.h>

#include <string>

namespace alongside::testing {

class MovingClock final : public Clock {
 public:
  std::int64_t now_ms() const override { return now_ms_; }
  Date today() const override { return Date(static_cast<std::int32_t>(now_ms_ / 86'400'000)); }
  void go_on(std::int64_t ms) { now_ms_ += ms; }

 private:
  std::int64_t now_ms_ = 1'795'348'800'000;  // 2026-11-22 12:00
};

inline constexpr std::int64_t minute = 60'000;
inline constexpr std::int64_t hour = 60 * minute;
inline constexpr std::int64_t day = 24 * hour;

// The last digit of each person's id in the file.
enum class Who { Parent = 1, Carer, Helper, YoungPerson, Other, Restricted, Sharer, Former, Real };

inline PersonId person(Who who) {
  return PersonId::parse("30000000-0000-4000-8000-00000000000" + std::to_string(static_cast<int>(who))).value();
}
inline const HouseholdId household = HouseholdId::parse("10000000-0000-4000-8000-000000000001").value();
inline const wire::Subject child = {household, SubjectId::parse("20000000-0000-4000-8000-000000000001").value()};
inline server::Actor actor(Who who) { return {person(who), household, {}}; }
inline wire::Subject own_things(Who who) { return {household, SubjectId(person(who).bytes())}; }

struct FamilyWorld {
  MovingClock clock;
  server::Database database;
  server::AccessTable table;
  server::Access access{database, table, clock};
  server::Documents documents{database, access};
  server::SystemChance chance;

  FamilyWorld() {
    REQUIRE(database.open(":memory:").ok());
    REQUIRE(server::apply_migrations(database, "family", server::family_migrations()).ok());
    REQUIRE(server::apply_migrations(database, "session", server::session_migrations()).ok());
    REQUIRE(server::apply_migrations(database, "sync", server::sync_migrations()).ok());
    REQUIRE(import(FIXTURES "/family/relations.json").ok());
  }

  Result<server::FamilyImport> import(const std::string& path) {
    const auto json = ALONGSIDE_TRY(server::read_json_file(path));
    return server::import_family(database, documents, chance, ALONGSIDE_TRY(server::parse_family_file(json)));
  }
};

}  // namespace alongside::testing
