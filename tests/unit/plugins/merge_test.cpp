// Several feeds become one offer: what is certainly one service is shown once, what looks like it waits for somebody,
// and no feed's failing takes away what it gave before.
#include "plugins/local_offer/api/feeds/merge.hpp"

#include "app/server/run_verb.hpp"
#include "plugins/local_offer/api/feeds/feed_tables.hpp"
#include "tests/unit/plugins/open_offer.hpp"

#include <atomic>

using namespace alongside;
using namespace alongside::local_offer;
using namespace alongside::testing;

namespace {

std::string uuid_of(int number) { return "00000000-0000-4000-8000-000000000" + std::to_string(100 + number); }

// A service that says what is asked of it, and little else.
std::string service_json(int number, const std::string& name, const std::string& more = {}) {
  return R"({"id":")" + uuid_of(number) + R"(","name":")" + name + R"(","status":"active")" + more + "}";
}

const std::string otter = R"(,"organization":{"id":"00000000-0000-4000-8000-000000000001","name":"Otter Trust",
  "description":"x"},"contacts":[{"id":"00000000-0000-4000-8000-000000000002","phones":[{"number":"01632 960 123"}]}])";

std::string at_postcode(const std::string& postcode, const std::string& more = {}, int place = 4) {
  return R"(,"service_at_locations":[{"id":"00000000-0000-4000-8000-000000000003","location":{
    "id":"00000000-0000-4000-8000-00000000000)" +
         std::to_string(place) + R"(","location_type":"physical")" + more +
         R"(,"addresses":[{"address_1":"1 Mill Lane","city":"Aldermere","postal_code":")" + postcode + R"("}]}}])";
}

// Two feeds in the configuration, the first believed before the second.
struct TwoFeeds : OpenOffer {
  FeedDirectory first, second;
  FeedDirectory data;

  TwoFeeds() {
    server::FeedConfig feed;
    feed.name = "fis";
    feed.folder = first.path.string();
    parts.council.feeds.push_back(feed);
    feed.name = "charities";
    feed.folder = second.path.string();
    parts.council.feeds.push_back(feed);
  }
  Result<std::string> verb(std::vector<std::string> words, std::size_t arguments) {
    words.resize(arguments + 2);
    const std::atomic<bool> stopping = false;
    return server::run_verb(verbs, words, {data.path.string(), stopping, server::FolderUse::ByVerbAlone, {"R. Marsh"}});
  }
  std::string import(const std::string& feed = {}) { return tell(verb({"offer", "import", "", feed}, 3)); }
  std::string pairs(const char* all = "") { return tell(verb({"offer duplicates", "list", all}, 2)); }
  static std::string tell(const Result<std::string>& report) {
    return report.ok() ? report.value() : report.error().detail;
  }
  std::size_t shown_count() { return stored().size(); }
};

bool has(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

}  // namespace

TEST_CASE("a service that two feeds have is shown once, as the first feed has it") {
  TwoFeeds offer;
  offer.first.write_service(service_json(1, "Otter Swimming", otter + at_postcode("NM1 2AB")));
  offer.second.write_service(service_json(2, "Otter swim", otter + at_postcode("nm12ab")));
  offer.second.write_service(service_json(3, "Chess club"));
  const std::string report = offer.import();
  CHECK(has(report, "== fis ("));
  CHECK(has(report, "1 are not shown twice"));
  CHECK(offer.stored().contains(uuid_of(1)));
  CHECK_FALSE(offer.stored().contains(uuid_of(2)));
  CHECK(offer.shown_count() == 2);
  const std::string pairs = offer.pairs("yes");
  CHECK(has(pairs, "90 of 100, certain: shown once"));
  CHECK(has(pairs, "the same title, the same organisation, the same postcode, the same phone number"));
  std::swap(offer.parts.council.feeds[0], offer.parts.council.feeds[1]);
  offer.import();
  CHECK(offer.stored().contains(uuid_of(2)));
  CHECK_FALSE(offer.stored().contains(uuid_of(1)));
}

TEST_CASE("two that only look alike are both shown until somebody decides, and the decision stays") {
  TwoFeeds offer;
  offer.first.write_service(service_json(1, "Saturday club", at_postcode("NM1 2AB")));
  offer.second.write_service(service_json(2, "Saturday Club", at_postcode("NM1 2AB")));
  CHECK(has(offer.import(), "1 pair looks alike and waits"));
  CHECK(offer.shown_count() == 2);
  CHECK(has(offer.pairs(), "55 of 100, waits: both are shown"));
  const auto decided = offer.verb({"offer duplicates", "same", uuid_of(2), uuid_of(1), "R. Marsh"}, 3);
  CHECK(TwoFeeds::tell(decided) == "Kept: they are the same. The offer has changed with it.\n");
  CHECK(offer.shown_count() == 1);
  offer.import();
  CHECK(offer.shown_count() == 1);
  CHECK(has(offer.pairs("yes"), "decided " + offer.parts.clock.today().iso() + ": the same, by R. Marsh"));
  CHECK(has(offer.pairs(), "0 wait for a decision"));
  CHECK(offer.verb({"offer duplicates", "different", uuid_of(1), uuid_of(2)}, 3).ok());
  CHECK(offer.shown_count() == 2);
  CHECK(offer.verb({"offer duplicates", "undo", uuid_of(1), uuid_of(2)}, 2).ok());
  CHECK(has(offer.pairs(), "1 waits"));
}

TEST_CASE("a decision about what is not there is refused in words") {
  TwoFeeds offer;
  offer.first.write_service(service_json(1, "Saturday club"));
  offer.second.write_service(service_json(2, "Chess"));
  offer.import();
  CHECK(has(TwoFeeds::tell(offer.verb({"offer duplicates", "same", uuid_of(1), "2"}, 3)), "give two ids"));
  CHECK(has(TwoFeeds::tell(offer.verb({"offer duplicates", "same", uuid_of(1), uuid_of(1)}, 3)), "one id"));
  CHECK(has(TwoFeeds::tell(offer.verb({"offer duplicates", "same", uuid_of(1), uuid_of(9)}, 3)), "no feed has"));
  CHECK(
      has(TwoFeeds::tell(offer.verb({"offer duplicates", "undo", uuid_of(1), uuid_of(2)}, 2)), "nothing was decided"));
}

TEST_CASE("other titles, ages, days or organisation numbers speak against two being one") {
  ServiceFacts one;
  one.id = uuid_of(1);
  one.title = "saturdai club";
  one.title_words = {"saturdai", "club"};
  one.organisation = "otter trust";
  one.postcodes = {"NM12AB"};
  one.phones = {"1632960123"};
  one.numbers = {"gb chc 1"};
  ServiceFacts other = one;
  other.id = uuid_of(2);
  CHECK(likeness_of(one, other).is_certain());
  ServiceFacts junior = other;
  junior.title_words = {"saturdai", "junior", "club"};
  junior.title = "saturdai junior club";
  CHECK(likeness_of(one, junior).is_doubtful());
  ServiceFacts chess = other;
  chess.title_words = {"chess"};
  chess.title = "chess";
  CHECK(likeness_of(one, chess).score < Likeness::doubtful);
  ServiceFacts others = other;
  others.numbers = {"gb chc 2"};
  CHECK_FALSE(likeness_of(one, others).is_certain());
  one.youngest = 5, one.oldest = 11, other.youngest = 12, other.oldest = 18;
  one.days = 1, other.days = 2;
  CHECK_FALSE(likeness_of(one, other).is_certain());
  CHECK(has(likeness_of(one, other).why(), "other ages, other days"));
}

TEST_CASE("a feed that fails keeps what it gave, the report says since when, and the others are taken") {
  TwoFeeds offer;
  offer.first.write_service(service_json(1, "Saturday club"));
  offer.second.write_service(service_json(2, "Chess"));
  offer.import();
  CHECK(offer.shown_count() == 2);
  std::filesystem::remove_all(offer.first.path);
  offer.second.write_service(service_json(3, "Drama"));
  const std::string report = offer.import();
  CHECK(has(report, "Nothing of it was taken: the folder"));
  CHECK(has(report, "What it gave before stays: 1 service, last taken on " + offer.parts.clock.today().iso()));
  CHECK(offer.shown_count() == 3);
  std::filesystem::create_directories(offer.first.path / "services");
  offer.first.write_service(R"({"id":"x","name":"","status":"odd"})");
  CHECK(has(offer.import(), "Nothing of it was taken: there is no service in it that can be taken"));
  CHECK(offer.shown_count() == 3);
  std::filesystem::remove_all(offer.second.path);
  CHECK_FALSE(offer.verb({"offer", "import"}, 3).ok());  // all failed
  CHECK(offer.shown_count() == 3);
}

TEST_CASE("a feed that the configuration no longer names goes, but only when all others were read") {
  TwoFeeds offer;
  offer.first.write_service(service_json(1, "Saturday club"));
  offer.second.write_service(service_json(2, "Chess"));
  offer.import();
  offer.parts.council.feeds.pop_back();
  const auto path = offer.first.path.string();
  offer.parts.council.feeds[0].folder = path + "-gone";
  offer.import();
  CHECK(offer.shown_count() == 2);
  offer.parts.council.feeds[0].folder = path;
  CHECK(has(offer.import(), "What came from charities went"));
  CHECK(offer.shown_count() == 1);
}

TEST_CASE("two unchanged feeds write no row") {
  TwoFeeds offer;
  offer.first.write_service(service_json(1, "Otter Swimming", otter + at_postcode("NM1 2AB")));
  offer.second.write_service(service_json(2, "Otter swim", otter + at_postcode("NM1 2AB")));
  offer.import();
  const auto rows = [&offer] {
    auto select = offer.database.prepare("SELECT total_changes()");
    REQUIRE(select->step().ok());
    return select->column_integer(0);
  };
  const auto before = rows();
  offer.import();
  CHECK(rows() == before);
}

TEST_CASE("whoever keeps an address to itself is believed before a feed that tells it, whatever their order") {
  TwoFeeds offer;
  const std::string reach = otter + R"(,"email":"a@otter.example","url":"https://otter.example/refuge")";
  offer.first.write_service(service_json(1, "Otter refuge", reach + at_postcode("NM1 2AB", {}, 5)));
  offer.second.write_service(
      service_json(2, "Otter refuge", reach + at_postcode("NM1 2AB", R"(,"confidential":true)", 6)));
  offer.import();
  REQUIRE(offer.stored().contains(uuid_of(2)));
  CHECK(offer.shown_count() == 1);
  CHECK_FALSE(has(offer.stored().at(uuid_of(2)).record, "Mill Lane"));
}

TEST_CASE("what to import is asked for in words when it is not clear") {
  TwoFeeds offer;
  CHECK(has(TwoFeeds::tell(offer.verb({"offer", "import", "/some/folder"}, 3)), "say with --feed which"));
  CHECK(has(TwoFeeds::tell(offer.verb({"offer", "import", "", "none"}, 3)), "names no feed \"none\"; it names: fis"));
  CHECK(has(TwoFeeds::tell(offer.verb({"offer", "import", "http://10.0.0.1", "fis"}, 3)), "inner_addresses"));
  offer.parts.council.feeds.clear();
  CHECK(has(TwoFeeds::tell(offer.verb({"offer", "import"}, 3)), "say where the feed is"));
}
