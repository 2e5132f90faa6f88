// Feeds of Open Referral UK 1.0, as councils still have them, from a folder.
#include "plugins/local_offer/api/feeds/version_one.hpp"

#include "app/server/json_tree.hpp"
#include "plugins/local_offer/api/feed_folder.hpp"
#include "plugins/local_offer/api/open_referral/made_id.hpp"
#include "tests/unit/plugins/open_offer.hpp"

#include <algorithm>

using namespace alongside;
using namespace alongside::local_offer;
using namespace alongside::testing;

namespace {

const std::string version_one_feed = FIXTURES "/offer/version_one";
const std::string club_id = made_id("service", "\nfis-101");

struct OldOffer : OpenOffer {
  ImportReport report = import(version_one_feed);
  ServiceDetail club() {
    const auto found = OfferTables(database).service(club_id);
    REQUIRE(found.ok());
    REQUIRE(found.value());
    return *found.value();
  }
  bool notes(const std::string& what) const {
    return std::any_of(report.notes.begin(), report.notes.end(),
                       [&](const ImportLine& line) { return line.reason.find(what) != std::string::npos; });
  }
};

}  // namespace

TEST_CASE("a service of version 1 is taken whole: who for, when, where, cost and words from its vocabularies") {
  OldOffer offer;
  CHECK(offer.report.refused.empty());
  const ServiceDetail club = offer.club();
  CHECK(club.summary.organisation == "Otter Trust");
  CHECK(club.organisation.website == "https://otter.example");
  CHECK(club.summary.minimum_age == 5);
  CHECK(club.summary.maximum_age == 14);
  CHECK(plain_text(club.eligibility).find("Brothers and sisters") != std::string::npos);
  CHECK(club.summary.needs == std::vector<std::string>{"Autism"});
  CHECK(club.summary.kinds == std::vector<std::string>{"Day trips"});
  CHECK(club.summary.cost.lowest.pence() == 1250);
  CHECK(club.languages == std::vector<std::string>{"Welsh"});
  REQUIRE(club.contacts.size() == 1);
  CHECK(club.contacts[0].phones == std::vector<std::string>{"01632 960 123"});
  REQUIRE(club.locations.size() == 2);
  CHECK(club.locations[0].postal_code == "NM2 1AA");
  CHECK(club.locations[0].accessibility == std::vector<std::string>{"Step-free"});
  CHECK(club.locations[0].point.has_value());
}

TEST_CASE(
    "hours of version 1 are read in the ways they are written, once, and holidays become hours between two days") {
  OldOffer offer;
  const ServiceDetail club = offer.club();
  REQUIRE(club.schedules.size() == 4);  // Monday and Wednesday once, two holidays, Saturday
  const Schedule& weekly = club.schedules[0];
  CHECK(weekly.freq == Frequency::Weekly);
  REQUIRE(weekly.byday.size() == 2);
  CHECK(weekly.byday[1].weekday == 2);
  CHECK(weekly.opens_at == 9 * 60 + 30);
  CHECK(weekly.closes_at == 15 * 60);
  CHECK(club.schedules[1].description == "Closed");
  CHECK(club.schedules[1].valid_to->iso() == "2027-01-03");
  CHECK(club.schedules[2].opens_at == 10 * 60);
  CHECK(club.summary.days == (day_bit(Weekday::Monday) | day_bit(Weekday::Wednesday) | day_bit(Weekday::Saturday)));
}

TEST_CASE("what version 1 says that cannot be is left out of the service, and the report says what") {
  OldOffer offer;
  CHECK(offer.notes("closes_at is not a time"));
  CHECK(offer.notes("valid_from is not a date"));
  CHECK(offer.notes("reviews are not taken"));
  CHECK_FALSE(offer.club().locations[1].point.has_value());  // 0, 0 is no place, and no fault either
}

TEST_CASE("ids of version 1 that are no UUIDs become one, the same at every import and another in another feed") {
  OldOffer offer;
  CHECK(offer.stored().size() == 3);
  CHECK(offer.import(version_one_feed).same == 3);
  const auto record = server::read_json(R"({"id":"fis-101"})").value();
  CHECK(version_one_id(record, "") == club_id);
  CHECK(version_one_id(record, "fis") != club_id);
  CHECK(version_one_id(server::read_json(R"({"id":103})").value(), "") == made_id("service", "\n103"));
  CHECK(version_one_id(server::read_json(R"({"id":" "})").value(), "").empty());
}

TEST_CASE("what comes out of a feed of version 1 is a feed of 3.0, and imports to the same offer") {
  OldOffer offer;
  const FeedDirectory folder;
  const server::JsonValue page = offer.get("/services?full=true");
  for (const server::JsonValue& item : page.find("contents")->items) {
    CHECK_FALSE(is_version_one(item));
    folder.write_service(server::write_json(item));
  }
  OpenOffer copy;
  copy.import(folder.path.string());
  for (const auto& [id, stored] : copy.stored()) CHECK(stored == offer.stored().at(id));
  CHECK(copy.stored().size() == 2);  // the inactive one is not served
}

TEST_CASE("a feed of another edition than the configuration says is refused in words") {
  const auto wrong = read_feed_folder(version_one_feed, server::FeedShape::UkThree, "fis");
  REQUIRE_FALSE(wrong.ok());
  CHECK(wrong.error().detail == "its pages are of Open Referral UK 1.0, and the configuration says 3.0");
  CHECK(read_feed_folder(version_one_feed, server::FeedShape::UkOne, "fis").ok());
}

TEST_CASE("members of the wrong type in version 1 never stop an import") {
  const FeedDirectory folder;
  folder.write("services/x.json",
               R"({"id":"x","name":"Odd","status":"active","eligibilitys":"all","regular_schedules":{"a":1},
                   "service_at_locations":[1,null,{"location":7},{"location":{"physical_addresses":[3]}}],
                   "cost_options":[{"amount":"about £5"}],"service_taxonomys":[{"taxonomy":[]},{"name":4}],
                   "holiday_schedules":[{"closed":{}},{"start_date":"2026-13-45"}],"organization":"none","languages":[9]})");
  OpenOffer offer;
  const auto report = import_feed(offer.database, folder.path.string(), offer.parts.clock.today());
  CHECK((report.ok() || report.error().detail.find("refused") != std::string::npos));
}
