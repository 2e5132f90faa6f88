// Every operation of council-api, pushed over real HTTP as everybody, against its row in the access
// table: what is allowed is done, what is denied changes nothing and is told like any other denial.
#include "tests/contract/attempts.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <sstream>

using namespace alongside;
using namespace alongside::contract;

namespace {

struct Row {
  std::string what;
  std::vector<std::string> words;  // one a relation, in the table's order
};

std::vector<Row> operations() {
  std::istringstream table(run({COUNCIL_API, "access"}).output);
  std::vector<Row> rows;
  for (std::string line; std::getline(table, line);) {
    std::istringstream words(line);
    std::string first;
    Row row;
    words >> first >> row.what;
    if (first != "op") continue;
    row.what = "op " + row.what;
    for (std::string word; words >> word;) row.words.push_back(word);
    rows.push_back(std::move(row));
  }
  return rows;
}

// Who stands how to what, as the table's columns after the first, a stranger's. Who was around the child
// until yesterday, and who asks about another's own things, is Other. Who is restricted stands where they stood, and
// nothing that others lend reaches them.
enum class Lending : bool { ReachesThem, IsCutOff };
struct Column {
  std::size_t relation;
  Who actor;
  wire::Subject subject;
  Lending lending = Lending::ReachesThem;
};

std::vector<Column> columns() {
  const wire::Subject child = child_of_family();
  return {{1, Who::Other, child},
          {1, Who::Former, child},
          {1, Who::Parent, own_things(Who::Carer)},
          {2, Who::Parent, own_things(Who::Parent)},
          {3, Who::Parent, child},
          {3, Who::Restricted, child, Lending::IsCutOff},
          {4, Who::Carer, child},
          {5, Who::Helper, child},
          {6, Who::YoungPerson, child}};
}

bool allows(const std::string& word, Whose whose, Lending lending) {
  if (word == "-") return false;
  if (whose == Whose::LentToChange) return word == "shared" && lending == Lending::ReachesThem;
  return whose == Whose::Own;
}

struct Counts {
  int done = 0;
  int denied = 0;
};

class Walk {
 public:
  void cell(const Row& row, const Column& column) {
    for (const Whose whose : every_whose) {
      // The family's file gives whoever is restricted no money of their own; worlds and unit tests have what is theirs.
      if (whose == Whose::Own && column.lending == Lending::IsCutOff) continue;
      const auto operation = attempts_.make(row.what, column.actor, column.subject, whose);
      if (!operation) continue;
      CAPTURE(row.what);
      CAPTURE(column.relation);
      CAPTURE(static_cast<int>(column.actor));
      CAPTURE(static_cast<int>(whose));
      const std::string before = devices_.all_feeds();
      const Answer answer = devices_.push(column.actor, *operation);
      const bool changed = devices_.all_feeds() != before;
      const std::string& word = row.words[column.relation];
      if (allows(word, whose, column.lending)) {
        done(answer, changed);
      } else {
        denied(answer, changed);
        if (word == "-") told_like_the_others(answer);
        const bool sees = whose == Whose::LentToSee && column.lending == Lending::ReachesThem;
        if (word != "-" && !sees) told_as_if_nothing_were_there(row, column, answer);
      }
    }
  }
  const Counts& counts() const { return counts_; }
  Attempts& attempts() { return attempts_; }
  FamilyDevices& devices() { return devices_; }

 private:
  void done(const Answer& answer, bool changed) {
    ++counts_.done;
    CHECK(answer.result.outcome == wire::Outcome::Applied);
    CHECK(answer.result.code == "");
    CHECK(changed);
  }

  void denied(const Answer& answer, bool changed) {
    ++counts_.denied;
    CHECK(answer.result.outcome == wire::Outcome::Refused);
    CHECK(answer.result.version == 0);
    CHECK(!changed);
  }

  // Whoever may not make such an operation at all is told the same, whatever it is and whoever they are.
  void told_like_the_others(const Answer& answer) {
    CHECK(answer.result.code == "not_allowed");
    if (denial_.empty()) denial_ = answer.told;
    CHECK(answer.told == denial_);
  }

  // What somebody keeps to themselves looks like what there never was.
  void told_as_if_nothing_were_there(const Row& row, const Column& column, const Answer& answer) {
    const auto nobodys = attempts_.make(row.what, column.actor, column.subject, Whose::Nobodys);
    REQUIRE(nobodys.has_value());
    CHECK(answer.told == devices_.push(column.actor, *nobodys).told);
  }

  FamilyDevices devices_;
  Attempts attempts_{devices_};
  std::string denial_;
  Counts counts_;
};

}  // namespace

TEST_CASE("V8.2.2: every operation, pushed as everybody, does what its row in the table says and nothing else") {
  Walk walk;
  const std::vector<Row> rows = operations();
  REQUIRE(rows.size() >= 10);
  for (const Row& row : rows) {
    REQUIRE(row.words.size() == 7);
    REQUIRE_MESSAGE(walk.attempts().knows(row.what), row.what << " is not in attempts.cpp yet");
    for (const Column& column : columns()) walk.cell(row, column);
  }
  std::printf("operations pushed as everybody: %d done, %d denied without a trace\n", walk.counts().done,
              walk.counts().denied);
  CHECK(walk.counts().done > 0);
}

TEST_CASE("whoever is signed out is answered the same to every operation, and nothing happens") {
  FamilyDevices devices;
  Attempts attempts(devices);
  std::string denial;
  for (const Row& row : operations()) {
    CAPTURE(row.what);
    const auto operation = attempts.make(row.what, Who::Parent, child_of_family(), Whose::Own);
    REQUIRE(operation.has_value());
    const std::string before = devices.all_feeds();
    const Reply reply = devices.push_signed_out(*operation);
    CHECK(row.words[0] == "-");
    CHECK(reply.status == 401);
    if (denial.empty()) denial = seen(reply);
    CHECK(seen(reply) == denial);
    CHECK(devices.all_feeds() == before);
  }
}
