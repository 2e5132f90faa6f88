#include "plugins/local_offer/api/importer.hpp"

#include "plugins/local_offer/api/offer_tables.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

using namespace alongside;
using namespace alongside::local_offer;

namespace {

const Date today = Date::parse("2026-11-22").value();
std::string fixture(const char* name) { return std::string(FIXTURES) + "/offer/" + name; }
std::string id(int number) {
  std::string digits = std::to_string(number);
  return "00000000-0000-4000-8000-" + std::string(12 - digits.size(), '0') + digits;
}

struct Store {
  server::Database database;
  OfferTables tables{database};
  Store() {
    REQUIRE(database.open(":memory:").ok());
    REQUIRE(server::apply_migrations(database, "local_offer", OfferTables::migrations()).ok());
  }
  ImportReport import(const std::string& folder) {
    auto report = import_feed(database, folder, today);
    REQUIRE_MESSAGE(report.ok(), (report.ok() ? "" : report.error().detail));
    return std::move(report).value();
  }
  ServiceDetail service(int number) {
    auto found = tables.service(id(number));
    REQUIRE(found.ok());
    REQUIRE(found.value());
    return std::move(*found.value());
  }
};

const ImportLine* line_for(const std::vector<ImportLine>& lines, int number) {
  const auto found =
      std::find_if(lines.begin(), lines.end(), [&](const ImportLine& line) { return line.id == id(number); });
  return found == lines.end() ? nullptr : &*found;
}

// A folder of its own that is gone after the test.
struct Folder {
  std::filesystem::path path = std::filesystem::temp_directory_path() /
                               ("alongside_feed_" + std::to_string(reinterpret_cast<std::uintptr_t>(this)));
  Folder() { std::filesystem::create_directories(path / "services"); }
  ~Folder() { std::filesystem::remove_all(path); }
  void write(const std::string& name, const std::string& text) { std::ofstream(path / name, std::ios::binary) << text; }
};

}  // namespace

TEST_CASE("a feed's service is taken whole") {
  Store store;
  store.import(fixture("good"));
  const ServiceDetail swim = store.service(1);
  const ServiceSummary& summary = swim.summary;
  CHECK(summary.name == "Otter quiet swim");
  CHECK(summary.organisation == "Otter Swim Trust");
  CHECK(summary.kinds == std::vector<std::string>{"Swimming"});
  CHECK(summary.tier == Tier::Universal);
  CHECK(summary.way_in == WayIn::Book);
  CHECK(summary.seasons == term_time);
  CHECK(summary.accepts.size() == 1);
  CHECK(summary.minimum_age == 4);
  CHECK(summary.days == day_bit(Weekday::Saturday));  // the Tuesdays ended a year ago
  CHECK(summary.cost.lowest.pence() == 450);
  CHECK(summary.summary == "A calm half hour in the small pool.");
  CHECK(swim.description.blocks.size() == 4);
  REQUIRE(swim.contacts.size() == 1);
  CHECK(swim.contacts[0].phones == std::vector<std::string>{"01632 960 311"});
  REQUIRE(swim.attributes.size() == 1);
  CHECK(swim.attributes[0].term == "Splashy");
  CHECK(plain_text(swim.eligibility) == "Children who find busy pools too loud.");
}

TEST_CASE("impossible coordinates drop that place, keep the service, and are reported") {
  Store store;
  const ImportReport report = store.import(fixture("good"));
  CHECK(store.service(2).locations.empty());
  const ImportLine* note = line_for(report.notes, 2);
  REQUIRE(note);
  CHECK(note->reason.find("not on the globe") != std::string::npos);
  CHECK(report.refused.empty());
}

TEST_CASE("what a feed calls defunct is kept and not shown, and a page alone is enough") {
  Store store;
  const ImportReport report = store.import(fixture("good"));
  CHECK(report.taken() == 4);
  CHECK(report.hidden == 1);
  const OfferList list = store.tables.list().value();
  CHECK(list.services.size() == 3);
  CHECK(store.service(4).summary.name == "Phone line");
  CHECK(store.service(2).summary.cost.kind == CostKind::Free);
}

TEST_CASE("importing the same feed again changes nothing, and the version says so") {
  Store store;
  store.import(fixture("good"));
  const auto version = store.tables.version().value();
  const ImportReport again = store.import(fixture("good"));
  CHECK(again.same == 4);
  CHECK(again.added + again.changed + again.removed == 0);
  CHECK(store.tables.version().value() == version);
  store.import(fixture("loose"));
  CHECK(store.tables.version().value() == version + 1);
}

TEST_CASE("an unchanged feed writes nothing: not one row, and not one byte of the database's files") {
  Folder data;
  const std::string file = (data.path / "offer.sqlite").string();
  server::Database database;
  REQUIRE(database.open(file).ok());
  REQUIRE(server::apply_migrations(database, "local_offer", OfferTables::migrations()).ok());
  const auto rows_written = [&database] {
    auto select = database.prepare("SELECT total_changes()");
    REQUIRE(select.ok());
    REQUIRE(select->step().ok());
    return select->column_integer(0);
  };
  const auto files = [&data] {
    std::map<std::string, std::string> bytes;
    for (const auto& entry : std::filesystem::directory_iterator(data.path)) {
      if (!entry.is_regular_file() || entry.path().string().ends_with("-shm")) continue;  // shared memory of readers
      std::ifstream in(entry.path(), std::ios::binary);
      bytes[entry.path().filename().string()] = {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    }
    return bytes;
  };
  const std::string feed = std::string(FIXTURES) + "/../../assets/demo/northmere/offer";
  REQUIRE(import_feed(database, feed, today).ok());
  const auto rows_before = rows_written();
  const auto files_before = files();
  CHECK(rows_before > 300);
  REQUIRE(import_feed(database, feed, today).ok());
  CHECK(rows_written() - rows_before == 0);
  CHECK(files() == files_before);
  MESSAGE("rows written by the first import: " << rows_before << ", by the second: " << rows_written() - rows_before);
}

TEST_CASE("loose files are understood by what they hold, and a service's own file wins over a page") {
  Store store;
  const ImportReport report = store.import(fixture("loose"));
  CHECK(report.page_files == 1);
  CHECK(report.service_files == 1);
  CHECK(report.other_files == 2);
  CHECK(store.service(1).summary.name == "From its own file");
}

TEST_CASE("each malformed record is refused by id with its reason, and nothing of it is taken") {
  Store store;
  const ImportReport report = store.import(fixture("malformed"));
  const std::pair<int, const char*> expected[] = {{10, "name is missing"},
                                                  {11, "status is not"},
                                                  {12, "minimum_age is not a number"},
                                                  {13, "more than maximum_age"},
                                                  {14, "assured_date is not"},
                                                  {15, "byday is not"},
                                                  {16, "amount is not"},
                                                  {17, "description is not text"},
                                                  {18, "not its file's name"},
                                                  {19, "is"},
                                                  {20, "nested too deeply"},
                                                  {21, "schedules is not a list"},
                                                  {22, "opens_at is not a time"},
                                                  {23, ""},
                                                  {24, ""}};
  for (const auto& [number, reason] : expected) {
    CAPTURE(number);
    const ImportLine* line = line_for(report.refused, number);
    REQUIRE(line);
    CHECK(line->reason.find(reason) != std::string::npos);
    CHECK_FALSE(store.tables.service(id(number)).value());
  }
  CHECK(store.tables.list().value().services.size() == 2);
  CHECK(report.text().find(id(15)) != std::string::npos);
}

TEST_CASE("an exact copy is passed over, another record with the same id is refused, and one without an id too") {
  Store store;
  const ImportReport report = store.import(fixture("malformed"));
  CHECK(report.copies == 1);
  CHECK(store.service(31).summary.name == "First of two");
  const auto named = [&](const char* name) {
    return std::any_of(report.refused.begin(), report.refused.end(),
                       [&](const ImportLine& line) { return line.name == name; });
  };
  CHECK(named("Second of two"));
  CHECK(named("Nobody"));
}

TEST_CASE("an address, an email, a phone or a date that cannot be is left out with a note") {
  Store store;
  const ImportReport report = store.import(fixture("malformed"));
  const ServiceDetail service = store.service(30);
  CHECK(service.url.empty());
  CHECK(service.email.empty());
  CHECK_FALSE(service.summary.assured_date);
  CHECK(service.contacts[0].phones.empty());
  CHECK(std::count_if(report.notes.begin(), report.notes.end(),
                      [](const ImportLine& line) { return line.id == id(30); }) == 4);
}

TEST_CASE("a service that comes broken keeps what an earlier import had, and one that is gone is taken away") {
  Store store;
  Folder folder;
  const auto record = [](int number, const char* status) {
    return R"({"id":")" + id(number) + R"(","name":"Old words","status":")" + status + R"("})";
  };
  folder.write("services/" + id(1) + ".json", record(1, "active"));
  folder.write("services/" + id(2) + ".json", record(2, "active"));
  folder.write("services/" + id(3) + ".json", record(3, "active"));
  store.import(folder.path.string());
  folder.write("services/" + id(2) + ".json", record(2, "who knows"));
  std::filesystem::remove(folder.path / "services" / (id(3) + ".json"));
  const ImportReport report = store.import(folder.path.string());
  CHECK(report.kept == 1);
  CHECK(report.removed == 1);
  CHECK(store.service(2).summary.name == "Old words");
  CHECK_FALSE(store.tables.service(id(3)).value());
}

TEST_CASE("a folder with nothing to take changes nothing") {
  Store store;
  store.import(fixture("good"));
  Folder empty;
  CHECK_FALSE(import_feed(store.database, empty.path.string(), today).ok());
  CHECK_FALSE(import_feed(store.database, "/no/such/folder", today).ok());
  empty.write("services.json", R"({"contents":[{"id":"x"}]})");
  const auto refused = import_feed(store.database, empty.path.string(), today);
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().detail.find("nothing was changed") != std::string::npos);
  CHECK(store.tables.list().value().services.size() == 3);
}

TEST_CASE("a page that is no JSON is reported by its file and the rest is taken") {
  Store store;
  Folder folder;
  folder.write("services.json", "{\"contents\": [");
  folder.write("services-2.json", R"({"contents":[{"id":")" + id(7) + R"(","name":"Still here","status":"active"}]})");
  const ImportReport report = store.import(folder.path.string());
  REQUIRE(report.unread.size() == 1);
  CHECK(report.unread[0].starts_with("services.json"));
  CHECK(store.service(7).summary.name == "Still here");
}
