// The details of all services as one message: each comes back byte for byte, and spoilt bytes are no service.
#include "plugins/local_offer/api/details/detail_writer.hpp"
#include "plugins/local_offer/api/offer_tables.hpp"
#include "plugins/local_offer/model/details/detail_code.hpp"
#include "plugins/local_offer/model/details/text_code.hpp"

#include "app/wire/payload.hpp"
#include "tests/unit/plugins/offer_server.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

using namespace alongside;
using namespace alongside::local_offer;

namespace {

std::vector<ServiceDetail> fixture_services() {
  testing::OfferServer server;
  server.run("import", FIXTURES "/../../assets/demo/northmere/offer");
  std::vector<ServiceDetail> services;
  REQUIRE(OfferTables(server.database)
              .each_service([&services](const ServiceDetail& service) { services.push_back(service); })
              .ok());
  REQUIRE_FALSE(services.empty());
  return services;
}

RichText paragraph(std::string text) {
  return {{{BlockKind::Paragraph, {{{{SpanKind::Plain, std::move(text), ""}}}}}}};
}

// Words that the summary has and has not, in all kinds of company.
std::string random_text(std::mt19937& random) {
  static const std::vector<std::string> pieces{
      "swim", "Swim", "SWIM",  "quiet", "pool", " ",    "  ", "\n", ", ", ". ",       "caf\xC3\xA9", "it's",
      "1",    "a",    "water", "-",     "Pool", " of ", " ",  " ",  " ",  "saturday", "\"",          "\xE2\x80\x99"};
  std::string text;
  for (unsigned left = random() % 40; left > 0; --left) text += pieces[random() % pieces.size()];
  return text;
}

ServiceDetail random_service(std::mt19937& random) {
  ServiceDetail service;
  service.summary.id = "00000000-0000-4000-8000-000000000001";
  service.summary.name = "Quiet Pool";
  service.summary.organisation = random() % 2 ? "Swim Trust" : "";
  service.summary.words = "swim quiet pool water saturday cafe its";
  service.summary.summary = random_text(random);
  service.summary.languages = {"Welsh"};
  service.description = paragraph(service.summary.summary + random_text(random));
  service.eligibility = paragraph(random_text(random));
  service.alert = random_text(random);
  service.organisation = {random() % 2 ? service.summary.organisation : "Other", random_text(random), "", ""};
  if (random() % 2) service.languages = service.summary.languages;
  for (unsigned left = random() % 3; left > 0; --left) {
    Location location;
    location.location_type = random() % 3 == 0 ? LocationType::Virtual : LocationType::Physical;
    location.name = random_text(random);
    location.city = random() % 2 ? "Aldermere" : "";
    if (random() % 2) location.point = GeoPoint::from_degrees(52.9, -2.8).value();
    service.locations.push_back(location);
    if (random() % 4 != 0) service.summary.spots.push_back({location.city, location.point});
  }
  return service;
}

void check_same(const ServiceDetail& service) {
  const auto again = read_detail(write_detail(service), service.summary);
  REQUIRE(again);
  CHECK(wire::encode_payload(*again) == wire::encode_payload(service));
}

}  // namespace

TEST_CASE("each service of the demo offer comes back byte for byte, in fewer bytes") {
  std::size_t whole = 0, told = 0;
  for (const ServiceDetail& service : fixture_services()) {
    check_same(service);
    whole += wire::encode_payload(service).size();
    told += write_detail(service).size();
  }
  MESSAGE("bytes of the demo offer: ", whole, " whole, ", told, " told by the list");
  CHECK(told < whole);
}

TEST_CASE("any text comes back, whatever the summary says of it") {
  std::mt19937 random(5);
  for (int i = 0; i < 2000; ++i) check_same(random_service(random));
}

TEST_CASE("a text that is too long to be told by words is kept whole") {
  std::mt19937 random(6);
  ServiceDetail service = random_service(random);
  service.description = paragraph(std::string(most_text + 1, 'x'));
  check_same(service);
  CHECK(write_detail(service)[4] == static_cast<std::uint8_t>(DetailForm::Whole));
}

TEST_CASE("a detail that was made with another summary is none, and it is found among others") {
  const auto services = fixture_services();
  OfferDetails details;
  for (const ServiceDetail& service : services) details.services.push_back(write_detail(service));
  const ServiceDetail& last = services.back();
  const auto found = find_detail(details, last.summary);
  REQUIRE(found);
  CHECK(wire::encode_payload(*found) == wire::encode_payload(last));
  ServiceSummary edited = last.summary;
  edited.words += " new";
  CHECK_FALSE(find_detail(details, edited));
  CHECK_FALSE(find_detail({}, last.summary));
}

TEST_CASE("a detail that is cut off, spoilt or made up does no harm") {
  std::mt19937 random(7);
  const ServiceDetail service = fixture_services().front();
  const Bytes good = write_detail(service);
  for (std::size_t length = 0; length < good.size(); ++length)
    CHECK_FALSE(read_detail(std::span(good).first(length), service.summary));
  for (int i = 0; i < 5000; ++i) {
    Bytes bad = good;
    for (unsigned left = 1 + random() % 4; left > 0; --left)
      bad[4 + random() % (bad.size() - 4)] = static_cast<std::uint8_t>(random());
    if (random() % 4 == 0) bad.resize(5 + random() % (bad.size() - 5));
    if (const auto read = read_detail(bad, service.summary)) CHECK(read->summary.id == service.summary.id);
  }
}

TEST_CASE("texts say no more than they may, however often one word is said") {
  ServiceSummary summary;
  summary.words = std::string(2000, 'w');
  KnownWords known(summary);
  const Bytes many(4096, TextStep::word);
  CHECK_FALSE(TextReader(many, known, summary.summary).next());
  const Bytes unknown{TextStep::word + 1, TextStep::end};
  CHECK_FALSE(TextReader(unknown, known, summary.summary).next());
  const Bytes endless{TextStep::long_literal, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF};
  CHECK_FALSE(TextReader(endless, known, summary.summary).next());
  const Bytes too_much{TextStep::summary, 1, TextStep::end};
  CHECK_FALSE(TextReader(too_much, known, summary.summary).next());
}

TEST_CASE("the council's details tell every service that its list has") {
  testing::OfferServer server;
  server.run("import", FIXTURES "/../../assets/demo/northmere/offer");
  const server::Response answer = server.get("/api/local_offer/details");
  REQUIRE(answer.status == 200);
  const auto body = answer.content();
  const auto details =
      wire::decode_frame<OfferDetails>({reinterpret_cast<const std::uint8_t*>(body.data()), body.size()});
  REQUIRE(details.ok());
  const OfferList list = OfferTables(server.database).list().value();
  CHECK(details.value().version == list.version);
  for (const ServiceSummary& service : list.services) CHECK(find_detail(details.value(), service));
}
