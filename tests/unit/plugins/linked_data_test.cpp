// What search engines are told of a service: what its page says, in schema.org's words, and nothing that could break
// out of the page.
#include "plugins/local_offer/api/linked_data.hpp"
#include "app/server/html_writer.hpp"
#include "app/server/json_reader.hpp"
#include "app/server/page_shell.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace alongside;
using namespace alongside::local_offer;

namespace {

ServiceDetail swim() {
  ServiceDetail service;
  service.summary.id = "0fb215fe-0000-4000-8000-000000000001";
  service.summary.name = "Otter Swim";
  service.summary.organisation = "Otters";
  service.summary.summary = "A warm pool.";
  service.summary.kinds = {"swimming"};
  service.summary.needs = {"autism"};
  service.summary.minimum_age = 5;
  Location pool;
  pool.name = "The Baths";
  pool.address = {"The Baths", "1 Pool Lane", "Aldermere", "NM2 4AB"};
  pool.city = "Aldermere";
  pool.postal_code = "NM2 4AB";
  Location online;
  online.location_type = LocationType::Virtual;
  online.name = "A video call";
  service.locations = {pool, online};
  Schedule saturday;
  saturday.freq = Frequency::Weekly;
  saturday.byday = {{0, 5}};
  saturday.opens_at = 9 * 60 + 30;
  saturday.closes_at = 11 * 60;
  Schedule second_monday = saturday;
  second_monday.freq = Frequency::Monthly;
  second_monday.byday = {{2, 0}};
  service.schedules = {saturday, second_monday};
  CostOption session;
  session.option = "Session";
  session.amount = Money::of_known(450);
  CostOption unknown;
  unknown.option = "Ask";
  service.cost_options = {session, unknown};
  return service;
}

server::JsonValue told_of(const ServiceDetail& service) {
  auto json = server::read_json(linked_data(service));
  REQUIRE(json.ok());
  return std::move(json).value();
}

const server::JsonValue& in(const server::JsonValue& object, const char* name) {
  const server::JsonValue* found = object.find(name);
  REQUIRE(found);
  return *found;
}

}  // namespace

TEST_CASE("a service is told with its ages, its places, its weekly hours and its prices") {
  const server::JsonValue data = told_of(swim());
  CHECK(data.text_at("@context") == "https://schema.org");
  CHECK(data.text_at("@type") == "Service");
  CHECK(data.text_at("name") == "Otter Swim");
  CHECK(data.text_at("url") == "/service/0fb215fe-0000-4000-8000-000000000001");
  CHECK(in(data, "provider").text_at("name") == "Otters");
  CHECK(in(in(data, "audience"), "suggestedMinAge").integer == 5);
  CHECK_FALSE(in(data, "audience").find("suggestedMaxAge"));
  REQUIRE(in(data, "availableChannel").items.size() == 1);
  const server::JsonValue& address = in(in(in(data, "availableChannel").items[0], "serviceLocation"), "address");
  CHECK(address.text_at("streetAddress") == "1 Pool Lane");
  CHECK(address.text_at("addressLocality") == "Aldermere");
  REQUIRE(in(data, "hoursAvailable").items.size() == 1);
  CHECK(in(data, "hoursAvailable").items[0].text_at("opens") == "09:30");
  CHECK(in(in(data, "hoursAvailable").items[0], "dayOfWeek").items[0].text == "Saturday");
  REQUIRE(in(data, "offers").items.size() == 1);
  CHECK(in(data, "offers").items[0].text_at("price") == "4.50");
}

TEST_CASE("what is not known is not told") {
  ServiceDetail bare;
  bare.summary.id = "0fb215fe-0000-4000-8000-000000000001";
  bare.summary.name = "Something";
  const server::JsonValue data = told_of(bare);
  for (const char* name : {"description", "serviceType", "availableChannel", "hoursAvailable", "offers"})
    CHECK_FALSE(data.find(name));
}

TEST_CASE("V1.2.3: no words of a feed can end the element that its data stand in, nor begin a comment") {
  ServiceDetail hostile = swim();
  hostile.summary.name = "</script><script>alert(1)</script><!--<script>";
  hostile.summary.summary = "a & b";
  server::PageContent content{"A service", server::HtmlWriter().element("h1", "x").take(), linked_data(hostile)};
  const auto shell = server::PageShell::create("<main>{{main}}</main>", "");
  REQUIRE(shell.ok());
  const std::string page = shell->fill(content, server::Language::English, {});
  const std::string beginning = "<script type=\"application/ld+json\">";
  const std::size_t start = page.find(beginning) + beginning.size();
  const std::string data = page.substr(start, page.find("</script>", start) - start);
  CHECK(page.substr(start + data.size()) == "</script></main>");
  CHECK(data.find_first_of("<>&") == std::string::npos);
  const auto read = server::read_json(data);
  REQUIRE(read.ok());
  CHECK(read->text_at("name") == hostile.summary.name);
}
