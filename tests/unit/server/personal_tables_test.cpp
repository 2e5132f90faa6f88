// Every table of the real council-api says what it holds about people, how that is told, and what becomes of it when
// somebody is erased. Whoever adds a table adds a line to its feature's personal().
#include "tests/unit/server/whole_council.hpp"

#include <algorithm>
#include <set>
#include <string>

using namespace alongside;
using namespace alongside::server;
using namespace alongside::testing;

namespace {

std::set<std::string> tables_there(WholeCouncil& council) {
  auto rows = council.database().prepare("SELECT name FROM sqlite_master WHERE type = 'table'");
  REQUIRE(rows.ok());
  std::set<std::string> names;
  for (auto step = rows->step(); step.ok() && step.value() == Step::Row; step = rows->step())
    names.insert(std::string(rows->column_text(0)));
  return names;
}

// A reason that somebody wrote, and no placeholder.
bool is_reason(const std::string& words) { return words.size() >= 15 && words.find(' ') != words.npos; }

}  // namespace

TEST_CASE("V14.1.1: every table says how what it holds about people is told and erased, or why not") {
  WholeCouncil council;
  std::set<std::string> named;
  for (const PersonalTable& table : council.application().personal().tables()) {
    CAPTURE(table.table);
    CHECK(named.insert(table.table).second);
    CHECK((table.tell != nullptr) != is_reason(table.not_told_because));
    CHECK((table.erase != nullptr) != is_reason(table.not_erased_because));
  }
  const std::set<std::string> there = tables_there(council);
  CHECK(there.size() > 40);
  for (const std::string& table : there) {
    CAPTURE(table);
    CHECK_MESSAGE(named.contains(table), "nobody answers for this table: see Feature::personal");
  }
  for (const std::string& table : named) {
    CAPTURE(table);
    CHECK_MESSAGE(there.contains(table), "there is no such table any more");
  }
}

TEST_CASE("a table that a plugin forgot is found by the walk") {
  WholeCouncil council;
  council.execute("CREATE TABLE forgotten (person BLOB NOT NULL) STRICT");
  const auto& tables = council.application().personal().tables();
  CHECK(tables_there(council).contains("forgotten"));
  CHECK(std::ranges::find(tables, "forgotten", &PersonalTable::table) == tables.end());
}

// A table with somebody's id in it is no table about nobody, whatever its feature says: the ids of people are looked
// for among its columns.
TEST_CASE("no table that names a person is called one about nobody") {
  WholeCouncil council;
  const std::set<std::string> people = {"person", "viewer", "owner", "actor", "added_by", "payee"};
  for (const PersonalTable& table : council.application().personal().tables()) {
    if (table.tell || table.erase || table.not_told_because != table.not_erased_because) continue;
    CAPTURE(table.table);
    auto columns = council.database().prepare("SELECT name FROM pragma_table_info(?1)");
    REQUIRE(columns.ok());
    columns->bind(1, table.table);
    for (auto step = columns->step(); step.ok() && step.value() == Step::Row; step = columns->step())
      CHECK_FALSE(people.contains(std::string(columns->column_text(0))));
  }
}
