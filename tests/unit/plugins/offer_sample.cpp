#include "tests/unit/plugins/offer_sample.hpp"

namespace alongside::testing {

using namespace local_offer;

namespace {

GeoPoint at(double latitude, double longitude) { return GeoPoint::from_degrees(latitude, longitude).value(); }

ServiceSummary service(int number, const char* name, const char* summary) {
  ServiceSummary service;
  service.id = "00000000-0000-4000-8000-00000000000" + std::to_string(number);
  service.name = name;
  service.organisation = "Mereside";
  service.summary = summary;
  return service;
}

}  // namespace

OfferList sample_offer() {
  OfferList list;
  list.version = 7;
  ServiceSummary swim = service(1, "Otter Swim", "Swimming lessons in a small warm pool.");
  swim.kinds = {"Swimming"};
  swim.support = {"Quiet space"};
  swim.needs = {"Autism"};
  swim.days = day_bit(Weekday::Saturday);
  swim.minimum_age = 4;
  swim.maximum_age = 11;
  swim.cost = {CostKind::OnePrice, Money::from_pence(450).value(), "Lesson"};
  swim.spots = {{"Aldermere", at(52.941, -2.826)}};
  swim.tier = Tier::Universal;
  swim.way_in = WayIn::Book;
  swim.assured_date = Date::parse("2026-11-10").value();

  ServiceSummary football = service(2, "Saturday Kickabout", "Football for anyone who likes it loud.");
  football.kinds = {"Sport"};
  football.days = day_bit(Weekday::Saturday) | day_bit(Weekday::Sunday);
  football.cost.kind = CostKind::Free;
  football.spots = {{"Whitlow", at(52.969, -2.683)}};
  football.assured_date = Date::parse("2026-04-20").value();

  ServiceSummary library = service(3, "Library hour", "Stories on beanbags.");
  library.words = "calm lamps books parties";
  library.days = day_bit(Weekday::Saturday);
  library.minimum_age = 2;
  library.maximum_age = 8;
  library.spots = {{"Northmere", at(52.907, -2.892)}};

  ServiceSummary line = service(4, "Night line", "Somebody to ring when nobody sleeps.");
  line.kinds = {"Training and advice"};

  ServiceSummary closed = service(5, "Otter Splash", "Swimming for families.");
  closed.kinds = {"Swimming"};
  closed.status = Status::TemporarilyClosed;
  closed.spots = {{"Aldermere", at(52.941, -2.826)}};
  list.services = {swim, football, library, line, closed};
  return list;
}

OfferList many_services(int count) {
  OfferList list;
  for (int i = 1; i <= count; ++i) {
    ServiceSummary club = service(0, "", "A club.");
    const std::string number = std::to_string(1000 + i);
    club.id = "00000000-0000-4000-8000-00000000" + number;
    club.name = "Club " + number;
    list.services.push_back(club);
  }
  return list;
}

wire::Council sample_council() {
  wire::Council council;
  council.name.en = "Northmere Council";
  council.help.phone = "01632 960123";
  council.help.email = "families@northmere.example";
  council.places = {{"Aldermere", {"NM2"}, 529410000, -28260000}, {"Whitlow", {"NM3"}, 529690000, -26830000}};
  return council;
}

}  // namespace alongside::testing
