#include "app/server/json_reader.hpp"
#include "app/server/reply.hpp"
#include "plugins/local_offer/model/offer_list.hpp"
#include "plugins/local_offer/model/search/search_query.hpp"
#include "plugins/local_offer/model/search/search_result.hpp"
#include "plugins/local_offer/model/service_detail.hpp"
#include "tests/unit/plugins/offer_sample.hpp"
#include "tests/unit/plugins/offer_server.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using namespace alongside;
using namespace alongside::local_offer;

namespace {

const std::string otter = "00000000-0000-4000-8000-000000000001";

using Server = testing::OfferServer;

template <class T>
T body_of(const server::Response& response) {
  const std::string_view body = response.content();
  auto decoded = wire::decode_frame<T>({reinterpret_cast<const std::uint8_t*>(body.data()), body.size()});
  REQUIRE(decoded.ok());
  return std::move(decoded).value();
}

}  // namespace

TEST_CASE("before any import the list is empty and the pages still help") {
  Server server;
  CHECK(body_of<OfferList>(server.get("/api/local_offer/services")).services.empty());
  CHECK(server.page("/find").find("<form") != std::string::npos);
}

TEST_CASE("after an import the list, one service and the search answer") {
  Server server;
  CHECK(server.run("import", std::string(FIXTURES) + "/offer/good").find("4 services are in") != std::string::npos);
  CHECK(body_of<OfferList>(server.get("/api/local_offer/services")).services.size() == 3);
  CHECK(body_of<ServiceDetail>(server.get("/api/local_offer/services/" + otter)).summary.name == "Otter quiet swim");
  SearchQuery query;
  query.words = "calm saturday";
  const auto found = server.answer(server::Method::Post, "/api/local_offer/search", wire::encode_frame(query));
  CHECK(found.status == 200);
  CHECK(body_of<SearchAnswer>(found).services.size() == 1);
}

TEST_CASE("an unknown, hidden or senseless id is not found") {
  Server server;
  server.run("import", std::string(FIXTURES) + "/offer/good");
  for (const char* id :
       {"00000000-0000-4000-8000-000000000099", "00000000-0000-4000-8000-000000000003", "x' OR 1=1", "%00"}) {
    CHECK(server.get("/api/local_offer/services/" + std::string(id)).status == 404);
    CHECK(server.page("/service/" + std::string(id)).starts_with("error"));
  }
}

TEST_CASE("a bad frame gets 400") {
  Server server;
  CHECK(server.answer(server::Method::Post, "/api/local_offer/search", {1, 2, 3}).status == 400);
}

TEST_CASE("the plain search page has a working form with what was asked, escaped") {
  Server server;
  server.run("import", std::string(FIXTURES) + "/offer/good");
  const std::string html = server.page("/find", "q=%22%3E%3Cscript%3E&age=99&near=Aldermere&miles=5");
  CHECK(html.find("<script") == std::string::npos);
  CHECK(html.find("value=\"&quot;&gt;&lt;script&gt;\"") != std::string::npos);
  CHECK(html.find("Enter an age from 0 to 25") != std::string::npos);
  CHECK(html.find("<option value=\"Aldermere\" selected") != std::string::npos);
  const std::string found = server.page("/find", "q=quiet+saturday&near=Aldermere");
  CHECK(found.find("/service/" + otter + "?q=quiet%20saturday&amp;near=Aldermere") != std::string::npos);
  CHECK(found.find("1 found") != std::string::npos);
}

TEST_CASE("the plain search page says what it understood, and what to leave out when there is nothing") {
  Server server;
  server.run("import", std::string(FIXTURES) + "/offer/good");
  const std::string found = server.page("/find", "q=quiet+saturday");
  CHECK(found.find("href=\"/find?q=saturday\"") != std::string::npos);
  const std::string nothing = server.page("/find", "q=quiet+zebra%22%3Cb%3E&lang=cy", server::Language::Welsh);
  CHECK(nothing.find("Heb eich geiriau eraill (1 wedi") != std::string::npos);
  CHECK(nothing.find("href=\"/find?q=quiet&amp;lang=cy\"") != std::string::npos);
  CHECK(nothing.find("<b>") == std::string::npos);
}

TEST_CASE("the plain search page narrows by boxes in its form, keeps what was chosen, and writes it escaped") {
  Server server;
  server.run("import", std::string(FIXTURES) + "/offer/good");
  const std::string all = server.page("/find", "");
  CHECK(all.find("<details class=\"narrow\"><summary>Narrow it down</summary>") != std::string::npos);
  CHECK(all.find("<legend>Day</legend>") != std::string::npos);
  const std::string saturday = server.page("/find", "day=saturday&kind=%22%3E%3Cscript%3E");
  CHECK(saturday.find("<summary>Narrow it down: 2 chosen</summary>") != std::string::npos);
  CHECK(saturday.find("value=\"saturday\" checked=\"checked\"") != std::string::npos);
  CHECK(saturday.find("<script>") == std::string::npos);
  CHECK(saturday.find("Without &quot;&gt;&lt;script&gt;") != std::string::npos);
}

TEST_CASE("the plain service page tells everything and leads back to the search") {
  Server server;
  server.run("import", std::string(FIXTURES) + "/offer/good");
  const std::string html = server.page("/service/" + otter, "q=quiet");
  for (const char* words :
       {"Otter quiet swim", "Ages 4 to 11", "Saturday, 09:00–09:30", "£4.50", "Ring us and choose a Saturday.",
        "Checked 12 days ago", "href=\"tel:01632960311\"", "href=\"mailto:hello@otter.example\"",
        "<h3>The next times</h3>", "<h2>If something is not right</h2>", "href=\"/find?q=quiet\"",
        "<li><strong>armbands</strong></li>"}) {
    CAPTURE(words);
    CHECK(html.find(words) != std::string::npos);
  }
  const std::string welsh = server.page("/service/" + otter, "lang=cy", server::Language::Welsh);
  CHECK(welsh.find("<h2>Pryd</h2>") != std::string::npos);
  CHECK(welsh.find("lang=\"en\"") != std::string::npos);
}

TEST_CASE("the command line's search reads well") {
  Server server;
  server.run("import", std::string(FIXTURES) + "/offer/good");
  const std::string report = server.run("search", "somewhere quiet saturday");
  CHECK(report.find("1 of 3 services") != std::string::npos);
  CHECK(report.find("Otter quiet swim (Otter Swim Trust)") != std::string::npos);
  CHECK(server.run("search", "quiet zebra").find("Without the other words there would be 1.") != std::string::npos);
}

TEST_CASE("any feed can be searched without a council, as JSON with ids in order and every facet's counts") {
  Server server;
  const std::string feed = std::string(FIXTURES) + "/offer/good";
  const auto listing = server.try_verb("search", {"saturday swim", feed, "", "yes"});
  REQUIRE(listing.ok());
  const auto json = server::read_json(listing.value(), {});
  REQUIRE(json.ok());
  CHECK(json->find("query")->text == "saturday swim");
  CHECK(json->find("services")->integer == 3);
  CHECK(json->find("found")->integer == 1);
  REQUIRE(json->find("results")->items.size() == 1);
  CHECK(json->find("results")->items[0].find("id")->text == otter);
  CHECK(json->find("hints")->items[0].find("kind")->text == "day");
  const auto& facets = json->find("facets")->items;
  CHECK(facets.size() > 5);
  for (const auto& facet : facets) CHECK_FALSE(facet.find("values")->items.empty());
  // Nothing of it reached the council's own offer.
  CHECK(body_of<OfferList>(server.get("/api/local_offer/services")).services.empty());
}

TEST_CASE("facets narrow the command line's search, and what is no facet is named") {
  Server server;
  const std::string feed = std::string(FIXTURES) + "/offer/good";
  CHECK(server.try_verb("search", {"", feed, "day=saturday", ""}).value().starts_with("1 of 3"));
  CHECK(server.try_verb("search", {"", feed, " Day = Saturday , tier = nonsense", ""}).value().starts_with("0 of 3"));
  for (const char* wrong : {"saturday", "colour=red", "=", "day"}) {
    const auto refused = server.try_verb("search", {"", feed, wrong, ""});
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().detail.find("tier=universal") != std::string::npos);
  }
}

TEST_CASE("a folder that is no feed says so") {
  Server server;
  CHECK_FALSE(server.try_verb("search", {"swim", "/nonexistent", "", "yes"}).ok());
}
