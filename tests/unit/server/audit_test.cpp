// The audit's chain: what is written together with what it tells of, and every way to change it afterwards.
#include "app/server/audit/audit_report.hpp"
#include "app/server/audit/audit_trail.hpp"
#include "app/server/audit/verb_journal.hpp"
#include "app/server/run_verb.hpp"
#include "tests/unit/server/sync_server.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <string>

using namespace alongside;
using namespace alongside::server;

namespace {

constexpr std::string_view drop_triggers = "DROP TRIGGER IF EXISTS audit_stays; DROP TRIGGER IF EXISTS audit_stands;";

class AuditBench {
 public:
  AuditBench() {
    parent = server.person(1);
    for (int i = 0; i < 6; ++i) add();
  }
  void add() {
    const auto number = static_cast<std::uint8_t>(++made);
    const wire::Preference preference{test_id<DocumentId>(7, number), "key" + std::to_string(made), "large", {}};
    REQUIRE(device.make(server.own(parent), preference).outcome == wire::Outcome::Applied);
  }
  // What somebody does who can write the file and knows of the triggers.
  void tamper(const std::string& sql) { REQUIRE(server.database.execute(std::string(drop_triggers) + sql).ok()); }
  AuditCheck check(const AuditHead* earlier = nullptr) {
    auto checked = AuditTrail(server.database).check(earlier);
    REQUIRE(checked.ok());
    return std::move(checked).value();
  }
  Result<std::string> run(const std::string& officer, const std::vector<std::string>& words) {
    VerbJournal journal(server.database, server.clock);
    const std::atomic<bool> stopping = false;
    return run_verb(verbs, words, {"", stopping, FolderUse::ByVerbAlone, {officer}, &journal});
  }
  AuditEntry last() {
    AuditEntry found;
    REQUIRE(AuditTrail(server.database).each(1, [&](const AuditEntry& entry) { return found = entry, true; }).ok());
    return found;
  }

  SyncServer server;
  Actor parent;
  TestDevice device{server, Actor{test_id<PersonId>(2, 1), test_id<HouseholdId>(1, 1), {}}, 1};
  Verbs verbs;
  int made = 0;
};

}  // namespace

TEST_CASE("each change is one row of a chain that is whole") {
  AuditBench bench;
  const AuditCheck check = bench.check();
  CHECK(check.rows == 6);
  CHECK(check.faults.empty());
  CHECK(check.head.number == 6);
  CHECK(check.head.link == AuditTrail(bench.server.database).head()->link);
}

TEST_CASE("V16.4.2: the audit can only be added to") {
  AuditBench bench;
  CHECK_FALSE(bench.server.database.execute("DELETE FROM audit").ok());
  CHECK_FALSE(bench.server.database.execute("UPDATE audit SET code = 'other'").ok());
  CHECK(bench.check().rows == 6);
}

TEST_CASE("a row that was changed is found, whichever part of it, and its place told") {
  const std::string changes[] = {
      "at_ms = at_ms + 1",
      "operation = randomblob(16)",
      "device = randomblob(16)",
      "actor = randomblob(16)",
      "household = randomblob(16)",
      "subject = randomblob(16)",
      "kind = kind + 1",
      "outcome = 1",
      "code = 'refused'",
      "verb = 'household invite'",
      "officer = 'A. Nother'",
      "link = randomblob(32)",
      "link = x''",
  };
  for (const std::string& change : changes) {
    for (const int row : {1, 3, 6}) {
      AuditBench bench;
      bench.tamper("UPDATE audit SET " + change + " WHERE number = " + std::to_string(row));
      const AuditCheck check = bench.check();
      CAPTURE(change);
      CAPTURE(row);
      // A first row without a link is taken for one from before the chain. Nothing is lost: the next binds what it
      // says.
      if (row == 1 && change == "link = x''") {
        CHECK(check.faults.empty());
        continue;
      }
      REQUIRE_FALSE(check.faults.empty());
      CHECK(check.faults[0].number == row);
    }
  }
}

TEST_CASE("a row that is missing is found, at either end and in the middle") {
  for (const int row : {1, 4, 6}) {
    AuditBench bench;
    bench.tamper("DELETE FROM audit WHERE number = " + std::to_string(row));
    const AuditCheck check = bench.check();
    CAPTURE(row);
    REQUIRE_FALSE(check.faults.empty());
    CHECK(check.faults[0].number == row);
  }
}

TEST_CASE("rows that changed places are found, and so is a missing row behind which all moved up") {
  AuditBench bench;
  bench.tamper(
      "UPDATE audit SET number = 100 WHERE number = 2; UPDATE audit SET number = 2 WHERE number = 3;"
      "UPDATE audit SET number = 3 WHERE number = 100;");
  CHECK(bench.check().faults[0].number == 2);
  AuditBench moved;
  moved.tamper("DELETE FROM audit WHERE number = 3; UPDATE audit SET number = number - 1 WHERE number > 3;");
  CHECK(moved.check().faults[0].number == 3);
}

TEST_CASE("who forges the whole chain does not get past a head that was noted elsewhere") {
  AuditBench bench;
  const AuditHead noted = bench.check().head;
  bench.add();
  CHECK(bench.check(&noted).faults.empty());
  const auto written = head_in("6:" + hex_text(noted.link));
  REQUIRE(written.has_value());
  CHECK(written->link == noted.link);
  // The same rows with one word changed and every link made anew: a chain of its own.
  AuditBench forged;
  forged.tamper("DELETE FROM audit; UPDATE audit_head SET number = 0, link = x''");
  for (int i = 0; i < 7; ++i) {
    AuditEntry entry;
    entry.verb = "household invite";
    entry.officer = "A. Nother";
    REQUIRE(AuditTrail(forged.server.database).append(entry).ok());
  }
  CHECK(forged.check().faults.empty());
  CHECK(forged.check(&noted).faults[0].number == 6);
}

TEST_CASE("rows from before there was a chain are bound by the first that has a link") {
  AuditBench bench;
  bench.tamper("UPDATE audit SET link = x''; UPDATE audit_head SET link = x''");
  CHECK(bench.check().faults.empty());
  bench.add();
  CHECK(bench.check().faults.empty());
  bench.tamper("UPDATE audit SET code = 'other' WHERE number = 2");
  CHECK(bench.check().faults[0].number == 7);
}

TEST_CASE("no head is read out of words that are none") {
  for (const char* words : {"", "6", "6:", ":ab", "-1:00", "x:00", "6:zz"}) CHECK_FALSE(head_in(words).has_value());
}

TEST_CASE("a verb and the note of its officer are written together, with the household it was about") {
  AuditBench bench;
  bench.verbs.add(Role::Households, {"household", "look", "", {{"PERSON", ""}}, [](std::span<const std::string>) {
                                       return Result<std::string>(std::string("seen"));
                                     }});
  const std::string person = bench.parent.person.text();
  CHECK(bench.run("R. Marsh", {"household", "look", person}).value() == "seen");
  const AuditEntry entry = bench.last();
  CHECK(entry.verb == "household look");
  CHECK(entry.officer == "R. Marsh");
  CHECK(entry.subject.text() == person);
  CHECK(entry.household == bench.server.household);
  CHECK(bench.check().faults.empty());
}

TEST_CASE("a verb that fails is undone as a whole, and that it failed is recorded") {
  AuditBench bench;
  const auto write = [&bench](std::span<const std::string>) -> Result<std::string> {
    auto transaction = ALONGSIDE_TRY(Transaction::create(bench.server.database));
    ALONGSIDE_TRY(bench.server.database.execute("DELETE FROM device"));
    ALONGSIDE_TRY(transaction.commit());
    return Error{ErrorCode::NotFound, "half of it was done"};
  };
  bench.verbs.add(Role::Households, {"household", "half", "", {}, write});
  bench.verbs.add(Role::Households,
                  {"household", "throw", "", {}, [](std::span<const std::string>) -> Result<std::string> {
                     throw std::runtime_error("on purpose");
                   }});
  CHECK(bench.run("R. Marsh", {"household", "half"}).error().detail == "half of it was done");
  CHECK(bench.server.count("device") == 1);
  CHECK(bench.last().code == "not_found");
  CHECK_FALSE(bench.run("R. Marsh", {"household", "throw"}).ok());
  CHECK(bench.last().code == "internal");
  CHECK(bench.check().rows == 8);
}

TEST_CASE("what is personal is done for nobody without a name, and what is public for everybody") {
  AuditBench bench;
  bool ran = false;
  const auto note = [&ran](std::span<const std::string>) { return ran = true, Result<std::string>(std::string()); };
  bench.verbs.add(Role::Answers, {"requests", "list", "", {}, note});
  bench.verbs.add_public(Role::Anybody, {"offer", "search", "", {}, note});
  const std::string too_long(81, 'x');
  for (const std::string& nobody :
       {std::string(), std::string(" "), std::string("   "), std::string("a\nb"), std::string("\xff\xfe"), too_long}) {
    const auto refused = bench.run(nobody, {"requests", "list"});
    CAPTURE(nobody);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().detail.find("--officer NAME") != std::string::npos);
    CHECK_FALSE(ran);
  }
  CHECK(bench.run("", {"offer", "search"}).ok());
  CHECK(bench.check().rows == 6);
  CHECK(bench.run("Siân Ó", {"requests", "list"}).ok());
  CHECK(bench.last().officer == "Siân Ó");
}
