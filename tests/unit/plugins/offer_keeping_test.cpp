// What a council's staff do to keep the offer in order: lint, synonyms, postcodes; and the short breaks statement.
#include "app/server/reply.hpp"
#include "app/wire/messages/letter.hpp"
#include "app/wire/messages/offer_proposal.hpp"
#include "plugins/local_offer/api/lint/offer_lint.hpp"
#include "plugins/local_offer/api/postcodes/csv_rows.hpp"
#include "plugins/local_offer/api/postcodes/national_grid.hpp"
#include "plugins/local_offer/api/postcodes/postcode_file.hpp"
#include "plugins/local_offer/api/short_breaks_statement.hpp"
#include "tests/support/family_sample.hpp"
#include "tests/support/written_file.hpp"
#include "tests/unit/plugins/offer_server.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace alongside;
using namespace alongside::local_offer;
using testing::OfferServer;
using testing::WrittenFile;

namespace {

const std::string demo_feed = std::string(FIXTURES) + "/../../assets/demo/northmere/offer";
const Date lint_day = Date::parse("2026-11-22").value();

// Aldermere, one of the council's places.
const GeoPoint aldermere = GeoPoint::from_degrees(52.96, -2.80).value();

PostcodesRead postcodes_of(const std::string& text) {
  const WrittenFile file(text);
  const GeoPoint places[] = {aldermere};
  auto read = read_postcodes(file.path(), places);
  REQUIRE_MESSAGE(read.ok(), (read.ok() ? "" : read.error().detail));
  return std::move(read).value();
}

bool is_at(GeoPoint point, double latitude, double longitude, double metres) {
  return distance_metres(point, GeoPoint::from_degrees(latitude, longitude).value()) < metres;
}

const char* const directory =
    "\xEF\xBB\xBFpcd,pcd2,pcds,dointr,doterm,oseast1m,osnrth1m,lat,long\r\n"
    "\"NM4 2AB\",\"NM4  2AB\",\"NM4 2AB\",\"198001\",\"\",1,1,52.950000,-2.810000\r\n"
    "\"NM4 2AD\",\"NM4  2AD\",\"NM4 2AD\",\"198001\",\"\",1,1,52.970000,-2.790000\r\n"
    "\"NM4 9ZZ\",\"NM4  9ZZ\",\"NM4 9ZZ\",\"198001\",\"201005\",1,1,52.970000,-2.790000\r\n"
    "\"NM5 1AA\",\"NM5  1AA\",\"NM5 1AA\",\"198001\",\"\",1,1,99.999999,0.000000\r\n"
    "\"AB1 0AA\",\"AB1  0AA\",\"AB1 0AA\",\"198001\",\"\",1,1,57.101474,-2.242851\r\n"
    "\"rubbish\",,,,,,,x,y\r\n";

}  // namespace

TEST_CASE("the ONS directory becomes the middles of districts and sectors, without what has ended or is far away") {
  const PostcodesRead read = postcodes_of(directory);
  REQUIRE(read.areas.size() == 2);
  CHECK(read.areas[0].name == "NM4");
  CHECK(read.areas[1].name == "NM4 2");
  CHECK(read.areas[1].postcodes == 2);
  CHECK(is_at(read.areas[1].middle, 52.96, -2.80, 5));
  CHECK(read.rows == 6);
  CHECK(read.used == 2);
  CHECK(read.ended == 1);
  CHECK(read.nowhere == 1);
  CHECK(read.elsewhere == 1);
  CHECK(read.unreadable == 1);
}

TEST_CASE("Code-Point Open, which has no header and the National Grid, is read too") {
  // Whitchurch in Shropshire, by its grid reference SJ 5415.
  const PostcodesRead read = postcodes_of(
      "\"SY131AA\",10,354000,341500,\"E92\",\"\",\"\",\"\",\"\",\"\"\n"
      "\"SY131AB\",90,0,0,\"E92\"\n");
  REQUIRE(read.areas.size() == 2);
  CHECK(read.areas[1].name == "SY13 1");
  CHECK(is_at(read.areas[1].middle, 52.968, -2.686, 300));
  CHECK(read.nowhere == 1);
}

TEST_CASE("the National Grid agrees with Ordnance Survey's own worked example") {
  // "A guide to coordinate systems in Great Britain", annex C: 651409.903 E, 313177.270 N is 52°39'27.2531" N
  // 1°43'4.5177" E on OSGB36; on WGS84 it is 52°39'28.72" N 1°42'57.79" E, to a few metres.
  const auto caister = point_of_grid(651409.903, 313177.270);
  REQUIRE(caister.ok());
  CHECK(is_at(caister.value(), 52.6579778, 1.7160528, 8));
  for (const double bad : {-1.0, 700'001.0, std::nan("")}) CHECK_FALSE(point_of_grid(bad, 300'000).ok());
}

TEST_CASE("what is no file of postcodes is refused with what to give instead") {
  const GeoPoint places[] = {aldermere};
  const auto refused = [&](const std::string& text) {
    const WrittenFile file(text);
    const auto read = read_postcodes(file.path(), places);
    REQUIRE_FALSE(read.ok());
    return read.error().detail;
  };
  CHECK(refused("").ends_with(" is empty"));
  CHECK(refused("name,address\nA,B\n").starts_with("this is neither the ONS Postcode Directory"));
  CHECK(refused(std::string(20'000, 'a')).find("more than 16 KB") != std::string::npos);
  CHECK_FALSE(read_postcodes("/nowhere/at/all.csv", places).ok());
}

TEST_CASE("rows of a CSV file are read as they were meant, whatever stands in quotes") {
  const WrittenFile file("a,\"b, \"\"c\"\"\",\r\n\"two\nlines\",x\nlast");
  auto rows = CsvRows::open(file.path());
  REQUIRE(rows.ok());
  std::vector<std::string> cells;
  CHECK(rows->next(cells).value());
  CHECK(cells == std::vector<std::string>{"a", "b, \"c\"", ""});
  CHECK(rows->next(cells).value());
  CHECK(cells == std::vector<std::string>{"two\nlines", "x"});
  CHECK(rows->next(cells).value());
  CHECK(cells == std::vector<std::string>{"last"});
  CHECK_FALSE(rows->next(cells).value());
  CHECK(rows->row() == 3);
}

TEST_CASE("after an import a whole postcode is a place to measure from, by its sector") {
  OfferServer server;
  server.run("import", demo_feed);
  const WrittenFile file(directory);
  CHECK(server.run("postcodes", file.path()) ==
        "6 rows: 2 postcodes near the council, 1 further away, 1 no longer in use, 1 without a place, 1 that could not "
        "be "
        "read.\n2 districts and sectors are in.\n");
  const std::string found = server.try_verb("search", {"swimming near NM4 2AB", "", "", "yes"}).value();
  CHECK(found.find("\"near\"") != std::string::npos);
  CHECK(found.find("\"miles\": null") == std::string::npos);
  const WrittenFile far("\"AB101AA\",10,394235,806529\n");
  CHECK(server.try_verb("postcodes", {far.path()}).error().detail.starts_with("none of these postcodes is near"));
}

TEST_CASE("synonyms are listed, and a file of them takes the place of the configuration's") {
  OfferServer server;
  server.run("import", demo_feed);
  server.parts.council.synonyms = {{"respite", "short break"}};
  CHECK(server.verb("offer synonyms", "list").value() == "respite = short break\n1 groups, of the configuration.\n");
  const WrittenFile file(R"([["zumba", "swimming", "Nofio"], ["den", "club"]])");
  CHECK(server.verb("offer synonyms", "import", {file.path()}).value().starts_with("2 groups of synonyms are in"));
  CHECK(server.verb("offer synonyms", "list").value() ==
        "zumba = swimming = Nofio\nden = club\n2 groups, as imported.\n");
  CHECK(server.try_verb("search", {"zumba"}).value().find("0 found") == std::string::npos);
  for (const char* bad : {"{}", "[]", "[[\"one\"]]", "[[\"a\", 1]]", "[[\"a\", \" \"]]", "nonsense"}) {
    const WrittenFile wrong(bad);
    CAPTURE(bad);
    CHECK_FALSE(server.verb("offer synonyms", "import", {wrong.path()}).ok());
  }
}

TEST_CASE("lint names what each service lacks, and nothing of a service that has it all") {
  OfferLint lint(lint_day);
  ServiceDetail bare;
  bare.summary.id = "1";
  bare.summary.name = "Bare";
  Location hall;
  bare.locations = {hall};
  lint.look_at(bare);
  ServiceDetail old = bare;
  old.summary.id = "2";
  old.summary.assured_date = Date::parse("2025-11-01").value();
  lint.look_at(old);
  ServiceDetail fresh;
  fresh.summary.id = "3";
  fresh.summary.assured_date = lint_day;
  fresh.summary.way_in = WayIn::Book;
  fresh.summary.minimum_age = 5;
  fresh.summary.cost.kind = CostKind::Free;
  fresh.email = "hello@example.org";
  fresh.schedules.emplace_back();
  hall.accessibility = {"Level entrance"};
  fresh.locations = {hall};
  lint.look_at(fresh);
  lint.look_at_all({}, false);
  const std::string json = lint.json();
  CHECK(json.find(R"("never_checked":[{"id":"1","name":"Bare"}])") != std::string::npos);
  CHECK(json.find(R"("stale":[{"id":"2")") != std::string::npos);
  CHECK(json.find(R"("ageing":[])") != std::string::npos);
  CHECK(json.find(R"({"id":"3")") == std::string::npos);
  CHECK(json.find(R"("short_breaks_statement":false)") != std::string::npos);
  CHECK(lint.text().find("2  a place to go to, and nothing about how to get in") != std::string::npos);
}

TEST_CASE("lint of the demo offer says which duties of Schedule 2 nothing tells of") {
  OfferServer server;
  CHECK(server.run("lint", "").find("MISSING  leisure activities") != std::string::npos);
  server.run("import", demo_feed);
  const std::string report = server.run("lint", "");
  CHECK(report.starts_with("164 services.\n"));
  CHECK(report.find("MISSING  leisure activities") == std::string::npos);
  CHECK(report.find("MISSING  social care provision") == std::string::npos);
  CHECK(report.find("MISSING  the short breaks services statement") != std::string::npos);
}

TEST_CASE("a provider's proposal waits, is approved into the offer, and stays there whatever feeds say") {
  OfferServer server;
  server.run("import", demo_feed);
  wire::OfferProposal proposal;
  proposal.id = testing::id_number<DocumentId>(1);
  proposal.name = "Kite Club";
  proposal.provider = "Ann's Kites";
  proposal.what = "We fly <kites>.";
  proposal.ages = "5 to 12";
  proposal.town = "Aldermere";
  proposal.facilities = "Level field";
  proposal.email = "kites@example.org";
  proposal.sender = "Ann, 01632 960111";
  const auto post = [&server](const wire::OfferProposal& what) {
    wire::Letter letter;
    letter.body = wire::encode_frame(what);
    return server.answer(server::Method::Post, "/api/local_offer/proposals", wire::encode_frame(letter)).status;
  };
  CHECK(post(proposal) == 200);
  CHECK(post(proposal) == 200);
  wire::OfferProposal other = proposal;
  other.name = "Another";
  CHECK(post(other) == 409);
  other.id = testing::id_number<DocumentId>(2);
  other.sender = " ";
  CHECK(post(other) == 400);
  const std::string id = proposal.id.text();
  CHECK(server.verb("offer proposals", "list").value().ends_with("waiting  new  Kite Club\n1 waiting.\n"));
  CHECK(server.verb("offer proposals", "show", {id}).value().find("(not published): Ann, 01632 960111\n") !=
        std::string::npos);
  CHECK(server.verb("offer proposals", "approve", {id})
            .value()
            .starts_with("Approved. Families find it at /service/" + id));
  server.run("import", demo_feed);
  const std::string page = server.page("/service/" + id);
  for (const char* part : {"Kite Club", "We fly &lt;kites&gt;.", "Aldermere", "kites@example.org"})
    CHECK_MESSAGE(page.find(part) != std::string::npos, part);
  CHECK(page.find("Ann, 01632 960111") == std::string::npos);
  CHECK(server.run("lint", "").starts_with("165 services.\n"));
  CHECK(server.verb("offer proposals", "refuse", {id}).ok());
  CHECK(server.run("lint", "").starts_with("164 services.\n"));
  CHECK_FALSE(server.verb("offer proposals", "approve", {id}).ok());
  CHECK_FALSE(server.verb("offer proposals", "show", {"no id"}).ok());
}

TEST_CASE("the statement has the regulation's heads with each service under its tier, and the council's own text") {
  OfferServer server;
  CHECK(server.get("/api/pages/short-breaks").status == 404);
  server.run("import", demo_feed);
  wire::PublicPage text;
  text.id = "short-breaks";
  text.title.en = "Short breaks";
  text.updated = lint_day;
  text.sections.resize(1);
  text.sections[0].heading.en = "Who can have one";
  text.sections[0].paragraphs = {{"Every disabled child.", ""}};
  server.parts.council.public_pages = {text};
  const server::Response response = server.get("/api/pages/short-breaks");
  const auto page = wire::decode_frame<wire::PublicPage>(
      {reinterpret_cast<const std::uint8_t*>(response.body.data()), response.body.size()});
  REQUIRE(page.ok());
  REQUIRE(page->sections.size() == 6);
  CHECK(page->sections[0].heading.en == "Care in the day, at home or elsewhere (39)");
  CHECK(page->sections[1].heading.en == "Care overnight (23)");
  CHECK(page->sections[2].heading.en.starts_with("Things to do outside the home (65"));
  CHECK(page->sections[3].points.size() == 3);
  CHECK(page->sections[4].heading.en == "Who can have one");
  CHECK(page->sections[0].points[0].en.find("The Saturday Den") == std::string::npos);
  const std::string html = server.page("/short-breaks");
  for (const char* part : {"Care overnight (23)", "Evenings, weekends and school holidays", "Every disabled child."})
    CHECK_MESSAGE(html.find(part) != std::string::npos, part);
  CHECK(server.page("/short-breaks", {}, server::Language::Welsh).find("Gofal dros nos (23)") != std::string::npos);
}
