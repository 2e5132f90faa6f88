#include "plugins/employing/api/employing_html.hpp"
#include "plugins/employing/api/feature.hpp"
#include "plugins/employing/api/payroll_route.hpp"
#include "plugins/employing/model/changes.hpp"
#include "plugins/employing/model/work_rules.hpp"
#include "tests/support/family_parts.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <string>

using namespace alongside;
using namespace alongside::employing;
using namespace alongside::testing;

namespace {

const std::string country_file = std::string(FIXTURES) + "/../../assets/payroll/figures.json";

struct Employer : FamilyParts {
  server::Router router;

  Employer() : FamilyParts(make_feature) {
    clock.day = day_of("2026-11-22");
    feature->routes(router);
  }

  static Worker mo() {
    Worker worker;
    worker.name = "Mo Carter";
    worker.rate = Money::of_known(1300);
    worker.starts = day_of("2026-11-02");
    return worker;
  }
  DocumentId add(PersonId person = sam, std::uint8_t number = 1) {
    const DocumentId id = id_number<DocumentId>(number);
    REQUIRE(push(person, PutWorker{id, mo(), {}}).outcome == wire::Outcome::Applied);
    return id;
  }
  RecordHours hours(DocumentId worker, std::uint16_t minutes = 180) {
    RecordHours hours;
    hours.worker = worker;
    hours.day = day_of("2026-11-20");
    hours.minutes = minutes;
    return hours;
  }
  DocumentId record(DocumentId worker) {
    REQUIRE(push(sam, hours(worker)).outcome == wire::Outcome::Applied);
    return last_document();
  }
  server::Response payroll(PersonId person, const std::string& worker, const std::string& day = "2026-11-22") {
    server::Request request;
    request.parameters = {worker, day};
    request.format = server::Format::Json;
    request.actor = actor(person, person == nadia ? household_b : riley.household);
    return payroll_answer(context, request);
  }
  server::Response figures() {
    server::Request request;
    request.format = server::Format::Json;
    return router.match(server::Method::Get, "/api/employing/figures").route->handler(request);
  }
};

}  // namespace

TEST_CASE("who employs somebody sees them and their hours; others see nothing and change nothing") {
  Employer family;
  const DocumentId worker = family.add();
  const DocumentId entry = family.record(worker);
  CHECK(family.feed_of<Worker>(sam).size() == 1);
  CHECK(family.feed_of<WorkEntry>(sam).size() == 1);
  for (const PersonId other : {jo, pat}) {
    CHECK(family.feed_of<Worker>(other).empty());
    CHECK(family.feed_of<WorkEntry>(other).empty());
    CHECK(family.push(other, family.hours(worker)).code == "not_found");
    CHECK(family.push(other, ConfirmHours{worker, {entry}, WorkerSays::Right, {}, {}}).code == "not_found");
    CHECK(family.push(other, PutWorker{worker, Employer::mo(), {}}, 1).code == "not_found");
    CHECK(family.payroll(other, worker.text()).status == 404);
  }
}

TEST_CASE("an entry stands with who wrote it and when, and is never changed") {
  Employer family;
  const DocumentId worker = family.add();
  const DocumentId first = family.record(worker);
  RecordHours correction = family.hours(worker, 240);
  correction.replaces = first;
  CHECK(family.push(sam, correction).code == "no_reason");
  correction.reason = "Until six";
  CHECK(family.push(sam, correction).outcome == wire::Outcome::Applied);
  const auto entries = family.feed_of<WorkEntry>(sam);
  REQUIRE(entries.size() == 2);
  CHECK(entries[0].minutes == 180);
  CHECK(entries[0].recorded_by == sam);
  CHECK(entries[1].reason == "Until six");
  CHECK(family.push(sam, correction).code == "already_replaced");
}

TEST_CASE("a day takes no more than 24 hours, also when two devices each wrote some") {
  Employer family;
  const DocumentId worker = family.add();
  CHECK(family.push(sam, family.hours(worker, 20 * 60)).outcome == wire::Outcome::Applied);
  CHECK(family.push(sam, family.hours(worker, 5 * 60)).code == "too_much_time");
  CHECK(family.push(sam, family.hours(worker, 4 * 60)).outcome == wire::Outcome::Applied);
}

TEST_CASE("a correction names an entry of the same worker, and hours name a worker") {
  Employer family;
  const DocumentId mo = family.add(sam, 1);
  const DocumentId ali = family.add(sam, 2);
  const DocumentId of_mo = family.record(mo);
  RecordHours correction = family.hours(ali);
  correction.replaces = of_mo;
  correction.reason = "It was Ali";
  CHECK(family.push(sam, correction).code == "not_found");
  CHECK(family.push(sam, family.hours(of_mo)).code == "not_found");
  CHECK(family.push(sam, ConfirmHours{ali, {of_mo}, WorkerSays::Right, {}, {}}).code == "not_found");
}

TEST_CASE("a worker is changed by who saw the newest, and a birth date leaves with the need for it") {
  Employer family;
  Worker worker = Employer::mo();
  worker.age = WorkerAge::Young;
  worker.birth = day_of("2006-11-22");
  const DocumentId id = id_number<DocumentId>(1);
  REQUIRE(family.push(sam, PutWorker{id, worker, {}}).outcome == wire::Outcome::Applied);
  CHECK(family.feed_of<Worker>(sam)[0].birth == worker.birth);
  worker.age = WorkerAge::From22;
  CHECK(family.push(sam, PutWorker{id, worker, {}}, 2).outcome == wire::Outcome::Conflict);
  CHECK(family.push(sam, PutWorker{id, worker, {}}, 1).outcome == wire::Outcome::Applied);
  CHECK_FALSE(family.feed_of<Worker>(sam)[0].birth);
  CHECK(family.push(sam, PutWorker{{}, worker, {}}).code == "bad_payload");
  worker.name.clear();
  CHECK(family.push(sam, PutWorker{id, worker, {}}, 2).code == "no_name");
}

TEST_CASE("thirty workers about one child are the most") {
  Employer family;
  for (std::uint8_t i = 1; i <= most_workers; ++i) family.add(sam, i);
  CHECK(family.push(sam, PutWorker{id_number<DocumentId>(31), Employer::mo(), {}}).code == "too_many");
}

TEST_CASE("the payroll file has the pay period of the day, what was confirmed, and a name of nobody's") {
  Employer family;
  const DocumentId worker = family.add();
  const DocumentId entry = family.record(worker);
  REQUIRE(family.push(sam, ConfirmHours{worker, {entry}, WorkerSays::Right, {}, {}}).outcome == wire::Outcome::Applied);
  const server::Response file = family.payroll(sam, worker.text());
  CHECK(file.status == 200);
  CHECK(file.content_type == "text/csv; charset=utf-8");
  CHECK(file.disposition == "attachment; filename=\"payroll.csv\"");
  CHECK(file.caching == server::Caching::Private);
  CHECK(file.body.find("Mo Carter,2026-11-02,2026-11-29,2026-11-20,worked,3:00,180,13.00,0,0.00,yes,,,\r\n") !=
        std::string::npos);
  CHECK(family.payroll(sam, worker.text(), "2026-12-01").body.find("2026-11-20") == std::string::npos);
  CHECK(family.payroll(sam, "nobody").status == 400);
  CHECK(family.payroll(sam, worker.text(), "tomorrow").status == 400);
  CHECK(family.payroll(sam, entry.text()).status == 404);
  CHECK(family.payroll(nadia, worker.text()).status == 404);
}

TEST_CASE("figures come from the country's file, and the council's own lie over them") {
  Employer family;
  CHECK(family.figures().status == 404);
  const auto imported = family.run("payroll", "import", {country_file, ""});
  REQUIRE(imported.ok());
  CHECK(imported.value().find("are not confirmed and are marked so on screen") != std::string::npos);
  CHECK(family.figures().body.find("Northmere") == std::string::npos);
  REQUIRE(family.run("payroll", "import", {demo_folder + "payroll.json", "yes"}).ok());
  CHECK(family.figures().body.find("Northmere") != std::string::npos);
  REQUIRE(family.run("payroll", "import", {country_file, ""}).ok());
  CHECK(family.figures().body.find("Northmere") != std::string::npos);
}

TEST_CASE("a file with mistakes changes no figure") {
  Employer family;
  REQUIRE(family.run("payroll", "import", {country_file, ""}).ok());
  const auto wrong = family.run("payroll", "import", {demo_folder + "council.json", ""});
  REQUIRE_FALSE(wrong.ok());
  CHECK(wrong.error().detail.find("council.json") != std::string::npos);
  CHECK(family.figures().status == 200);
}

TEST_CASE("without scripts the page tells the minimum wage of the day, its source, and who to ask") {
  Employer family;
  REQUIRE(family.run("payroll", "import", {country_file, ""}).ok());
  server::PageRouter pages;
  family.feature->pages(pages);
  for (const std::string_view pattern : employing_pages) CHECK_FALSE(pattern.empty());
  PayFigures figures;
  figures.sources = {{"The <law>", "", Date()}};
  figures.figures = {{0, day_of("2026-04-01"), 1271, FigureStatus::Unconfirmed, 0}};
  wire::Contact contact;
  contact.phone = "01632 960123";
  const auto page = employing_html(figures, day_of("2026-11-22"), contact, server::Language::English);
  for (const char* words : {"21 and over: £12.71 (from 2026-04-01, not confirmed)", "The &lt;law&gt;", "01632 960123",
                            "It does not run a payroll"}) {
    CHECK(page.main.text().find(words) != std::string::npos);
  }
  CHECK(employing_html(figures, day_of("2026-11-22"), contact, server::Language::Welsh).main.text().find("CThEF") !=
        std::string::npos);
}
