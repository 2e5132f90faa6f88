// What the server does by itself every day: how it is written down, and when it is due.
#include "app/server/daily/daily_job.hpp"
#include "app/server/daily/daily_runs.hpp"
#include "app/server/daily/verb_line.hpp"
#include "app/server/database.hpp"
#include "app/server/json_fields.hpp"
#include "app/server/verbs.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace alongside;
using namespace alongside::server;

namespace {

struct Read {
  std::vector<DailyJob> jobs;
  JsonMistakes mistakes;
  explicit Read(const std::string& json) {
    const auto value = read_json(json);
    REQUIRE(value.ok());
    JsonFields fields(value.value(), {}, mistakes);
    jobs = read_daily_jobs(fields, mistakes);
    fields.finish();
  }
};

Verbs some_verbs() {
  const auto nothing = [](std::span<const std::string>) { return Result<std::string>(std::string()); };
  Verbs verbs;
  verbs.add_public(Role::Offer, {"offer",
                                 "import",
                                 "",
                                 {{"SOURCE", "", VerbArgumentKind::PathOrAddress, VerbArgumentUse::Optional},
                                  {"--feed", "", VerbArgumentKind::Text, VerbArgumentUse::Optional},
                                  {"--json", "", VerbArgumentKind::Text, VerbArgumentUse::Flag}},
                                 nothing});
  verbs.add(Role::Offer, {"offer proposals", "list", "", {}, nothing});
  verbs.add(Role::System, {"backup", "", "", {{"FOLDER", "", VerbArgumentKind::Path}}, nothing});
  verbs.add(Role::System, {"restore", "", "", {{"FOLDER", "", VerbArgumentKind::Path}}, nothing, VerbNeeds::Folder});
  return verbs;
}

using Line = std::vector<std::string>;

std::string line_fault(const Line& line) {
  const auto words = words_of_line(some_verbs(), line);
  return words.ok() ? "" : words.error().detail;
}

}  // namespace

TEST_CASE("a job is a time and a verb, as on the command line") {
  const Read read(R"({"every_day": [{"at": "02:30", "run": ["offer", "import"]},
                                    {"at": "23:59", "run": ["backup", "/srv/{day}"]}]})");
  CHECK(read.mistakes.none());
  REQUIRE(read.jobs.size() == 2);
  CHECK(read.jobs[0].minute == 150);
  CHECK(read.jobs[0].name() == "02:30 offer import");
  CHECK(read.jobs[1].at() == "23:59");
}

TEST_CASE("a configuration without the section has nothing to do every day") { CHECK(Read("{}").jobs.empty()); }

TEST_CASE("what is no time, no verb or there twice is named with what to write") {
  for (const char* at : {"2:30", "24:00", "02:60", "0230", "ab:cd", "-1:30", ""}) {
    CAPTURE(at);
    CHECK_FALSE(Read(R"({"every_day": [{"at": ")" + std::string(at) + R"(", "run": ["offer"]}]})").mistakes.none());
  }
  CHECK_FALSE(Read(R"({"every_day": [{"at": "02:30", "run": []}]})").mistakes.none());
  CHECK_FALSE(Read(R"({"every_day": [{"at": "02:30", "run": [7]}]})").mistakes.none());
  CHECK_FALSE(Read(R"({"every_day": [{"at": "02:30", "run": ["a"], "when": 1}]})").mistakes.none());
  const Read twice(R"({"every_day": [{"at": "02:30", "run": ["a"]}, {"at": "02:30", "run": ["a"]}]})");
  CHECK(twice.mistakes.report().find("write each job once") != std::string::npos);
}

TEST_CASE("a line's words go to the arguments they are meant for") {
  const Verbs verbs = some_verbs();
  CHECK(words_of_line(verbs, Line{"offer", "import"}).value() == Line{"offer", "import", "", "", ""});
  CHECK(words_of_line(verbs, Line{"offer", "import", "--json", "--feed", "fis"}).value() ==
        Line{"offer", "import", "", "fis", "yes"});
  CHECK(words_of_line(verbs, Line{"offer", "import", "https://fis.example/v3"}).value() ==
        Line{"offer", "import", "https://fis.example/v3", "", ""});
  CHECK(words_of_line(verbs, Line{"offer", "proposals", "list"}).value() == Line{"offer proposals", "list"});
  CHECK(words_of_line(verbs, Line{"backup", "/srv/b"}).value() == Line{"backup", "", "/srv/b"});
}

TEST_CASE("a line that cannot be run says what to write instead") {
  CHECK(line_fault({"offer"}) == "there is no such verb; see council-api --help");
  CHECK(line_fault({"rm", "-rf"}) == "there is no such verb; see council-api --help");
  CHECK(line_fault({"backup"}) == "say its FOLDER too");
  CHECK(line_fault({"backup", "srv"}) == "write the whole path, from /, for FOLDER");
  CHECK(line_fault({"backup", "/a", "/b"}) == "it takes no /b");
  CHECK(line_fault({"offer", "import", "--feed"}) == "write a word after --feed");
  CHECK(line_fault({"offer", "import", "--force"}) == "it takes no --force");
  CHECK(line_fault({"restore", "/a"}) == "this cannot be done while the server runs");
}

TEST_CASE("a job is due from its time on until it has run that day, also when the clock was set back") {
  const DailyJob job{150, {"offer", "import"}};
  const Date today = Date::parse("2026-11-22").value();
  CHECK_FALSE(is_due(job, std::nullopt, today, 149));
  CHECK(is_due(job, std::nullopt, today, 150));
  CHECK(is_due(job, Date(today.days() - 1), today, 1439));
  CHECK_FALSE(is_due(job, today, today, 1439));
  CHECK(is_due(job, Date(today.days() + 3650), today, 200));
}

TEST_CASE("when a job last ran is known after the server begins again") {
  Database database;
  REQUIRE(database.open(":memory:").ok());
  REQUIRE(apply_migrations(database, "daily", daily_migrations()).ok());
  DailyRuns runs(database);
  CHECK_FALSE(runs.last("02:30 offer import").value());
  const Date day = Date::parse("2026-11-22").value();
  REQUIRE(runs.note("02:30 offer import", {day, 5, "unavailable"}).ok());
  REQUIRE(runs.note("02:30 offer import", {day, 7, "done"}).ok());
  const auto last = runs.last("02:30 offer import").value();
  REQUIRE(last);
  CHECK(last->day == day);
  CHECK(last->at_ms == 7);
  CHECK(last->outcome == "done");
}
