// What is kept of a feed's record: it fits the profile, tells no confidential address, and comes back the
// same when it is served or exported and read again.
#include "plugins/local_offer/api/open_referral/record_cleaning.hpp"

#include "app/server/json_tree.hpp"
#include "app/wire/frame.hpp"
#include "plugins/local_offer/api/feed_folder.hpp"
#include "plugins/local_offer/api/open_referral/moment.hpp"
#include "plugins/local_offer/api/open_referral/profile.hpp"
#include "plugins/local_offer/api/service_reader.hpp"
#include "tests/unit/plugins/open_offer.hpp"

using namespace alongside;
using namespace alongside::local_offer;
using namespace alongside::testing;

namespace {

using server::JsonKind;
using server::JsonValue;

const Date cleaning_day = Date::parse("2026-11-22").value();
const std::string house_id = "00000000-0000-4000-8000-0000000000aa";

JsonValue cleaned(const std::string& members) {
  const auto json = server::read_json(
      R"({"id":"00000000-0000-4000-8000-000000000001","name":"One","status":"active",)" + members + "}");
  REQUIRE(json.ok());
  return clean_record(json.value(), cleaning_day);
}

bool has_type(const ProfileMember& member, const JsonValue& value) {
  if (member.type == MemberType::List) return value.is(JsonKind::Array);
  if (member.type == MemberType::Object) return value.is(JsonKind::Object);
  if (member.type == MemberType::Number) return value.is_number();
  return value.is(JsonKind::Text) && (member.choices.empty() || has_choice(member.choices, value.text));
}

// Every member of its type, everything required there, nothing else empty.
void check_fits(RecordKind kind, const JsonValue& object) {
  for (const auto& [name, value] : object.members) {
    CAPTURE(name);
    const ProfileMember* member = find_member(kind, name);
    CHECK((!server::is_empty(value) || (member && member->required)));
    if (member == nullptr) continue;
    CHECK(has_type(*member, value));
    if (member->type == MemberType::Object) check_fits(member->kind, value);
    for (const JsonValue& item : value.items) check_fits(member->kind, item);
  }
  for (const ProfileMember& member : members_of(kind)) {
    CAPTURE(member.name);
    if (member.required) CHECK(object.find(member.name));
  }
}

std::string house(const std::string& more, const std::string& description = "A house.") {
  return R"({"id":"00000000-0000-4000-8000-000000000001","name":"House","status":"active","description":")" +
         description + R"(","service_at_locations":[{"id":"00000000-0000-4000-8000-0000000000bb","location":{"id":")" +
         house_id + R"(","location_type":"physical","name":"Rowan House","latitude":52.9,"longitude":-2.8,
         "external_identifier":"10092008082","addresses":[{"address_1":"14 Rowan Lane","city":"Aldermere",
         "state_province":"Northmere","postal_code":"NM2 9QQ","country":"GB"}])" +
         more + "}}]}";
}

// Nothing anywhere in the database tells where it is.
void check_concealed(OpenOffer& offer) {
  for (const auto& [id, stored] : offer.stored()) {
    const std::string frame(stored.frame.begin(), stored.frame.end());
    for (const char* secret : {"14 Rowan", "NM2 9QQ", "Rowan House", "Aldermere", "10092008082", "52.9", "14 rowan"}) {
      CAPTURE(secret);
      CHECK(stored.record.find(secret) == std::string::npos);
      CHECK(frame.find(secret) == std::string::npos);
    }
  }
}

}  // namespace

TEST_CASE("what a feed writes in a wrong type or empty is not served, and what is required is there") {
  const JsonValue record = cleaned(R"("description":"","url":null,"fees":7,"languages":[],"schedules":{},
    "last_modified":"2026-11-01 10:00","funding":["x",{"source":5}],"organization":{"name":"Trust"},
    "service_areas":[{"id":"area 1","name":"All","extent":[]}],"phones":[{"number":"no"}],
    "service_at_locations":[{"location":{"addresses":[{"postal_code":"NM1 1AA"}]}}],
    "attributes":[{"taxonomy_term":{"term":"Calm","taxonomy":"mood"}},{"taxonomy_term":{}},{"link_type":"x"}],
    "own_member":{"kept":"yes","empty":"","none":null,"list":[1,"",null]})");
  check_fits(RecordKind::Service, record);
  CHECK(record.text_at("last_modified") == "2026-11-01T10:00:00.000Z");
  CHECK(record.find("funding")->items.size() == 1);
  CHECK(record.find("attributes")->items.size() == 1);
  CHECK(record.find("own_member")->members.size() == 2);
  const JsonValue& address =
      record.find("service_at_locations")->items[0].find("location")->find("addresses")->items[0];
  CHECK(address.text_at("country") == "GB");
  CHECK(address.find("city")->text.empty());
}

TEST_CASE("the same words get the same made id, and a link by a feed's own key still leads there") {
  const JsonValue record = cleaned(R"("organization_id":"org-7","organization":{"id":"org-7","name":"Trust"})");
  CHECK(record.text_at("organization_id") == record.find("organization")->text_at("id"));
  CHECK(record.text_at("organization_id").size() == 36);
  const JsonValue upper = cleaned(R"("organization_id":"ABCDEF00-0000-4000-8000-00000000000A")");
  CHECK(upper.text_at("organization_id") == "abcdef00-0000-4000-8000-00000000000a");
}

TEST_CASE("HTML is served as plain HTML without anything that runs") {
  const JsonValue record = cleaned(R"("description":"<p onclick=x>Hello <script>bad()</script><b>you</b></p>",
    "alert":"<img src=x onerror=y>Closed &amp; locked &lt;b&gt;","accreditations":"Ofsted < CQC")");
  CHECK(record.text_at("description") == "<p>Hello <strong>you</strong></p>");
  CHECK(record.text_at("alert") == "Closed &amp; locked &lt;b&gt;");
  CHECK(record.text_at("accreditations") == "Ofsted < CQC");
}

TEST_CASE("addresses and emails are what their formats want, or not there") {
  const JsonValue record = cleaned(R"("url":"https://x.example/caf\u00e9?a=[1]#b#c","email":"a@b",
    "assurer_email":" me@x.example ","organization":{"name":"T","website":"javascript:x","uri":"urn:uk:1",
    "logo":"https://x.example:port/"},"cost_options":[{"valid_from":"2026-01-02T00:00:00Z","valid_to":"never"}])");
  CHECK(record.text_at("url") == "https://x.example/caf%C3%A9?a=%5B1%5D#b%23c");
  CHECK_FALSE(record.find("email"));
  CHECK(record.text_at("assurer_email") == "me@x.example");
  CHECK_FALSE(record.find("organization")->find("website"));
  CHECK_FALSE(record.find("organization")->find("logo"));
  CHECK(record.find("organization")->text_at("uri") == "urn:uk:1");
  CHECK(record.find("cost_options")->items[0].text_at("valid_from") == "2026-01-02");
  CHECK_FALSE(record.find("cost_options")->items[0].find("valid_to"));
}

TEST_CASE("in what the profile does not name an address is cleaned, and words that lead to one stay words") {
  const std::pair<std::string, std::string> texts[] = {
      {"https://otter.example/<a>", "https://otter.example/%3Ca%3E"},
      {"https://otter.example/swim is ours", "https://otter.example/swim is ours"},
      {"See https://otter.example/swim for more", "See https://otter.example/swim for more"},
      {"<p>See https://otter.example/swim</p>", "See https://otter.example/swim"},
      {"<b>https://otter.example/[a]</b>", "https://otter.example/%5Ba%5D"},
      {"javascript://otter", ""},
      {"<b>javascript://otter</b>", ""},
  };
  for (const auto& [given, kept] : texts) {
    CAPTURE(given);
    const JsonValue once = cleaned("\"more\":" + server::write_json(server::json_words(given)));
    CHECK(once.text_at("more") == kept);
    CHECK(server::write_json(clean_record(once, cleaning_day)) == server::write_json(once));
  }
}

TEST_CASE("a place that the reader leaves out is left out of the record too") {
  OpenOffer offer;
  offer.import(std::string(FIXTURES) + "/offer/good");
  const auto service = offer.get("/services/00000000-0000-4000-8000-000000000002");
  CHECK_FALSE(service.find("service_at_locations"));
}

TEST_CASE("cleaning what is clean changes nothing, and reading it again gives the same service") {
  for (const char* name : {"/good", "/malformed", "/loose"}) {
    OpenOffer first;
    first.import(std::string(FIXTURES) + "/offer" + name);
    FeedDirectory folder;
    for (const auto& [id, stored] : first.stored()) {
      const auto record = server::read_json(stored.record);
      REQUIRE(record.ok());
      check_fits(RecordKind::Service, record.value());
      CHECK(server::write_json(clean_record(record.value(), cleaning_day)) == stored.record);
      folder.write("services/" + id + ".json", stored.record);
    }
    OpenOffer second;
    second.import(folder.path.string());
    CHECK(second.stored() == first.stored());
  }
}

TEST_CASE("nothing that families see of the demo council is lost by cleaning") {
  const auto feed = read_feed_folder(DEMO_OFFER);
  REQUIRE(feed.ok());
  CHECK(feed->records.size() == 164);
  for (const FeedRecord& record : feed->records) {
    RecordFaults faults;
    const Bytes before = wire::encode_frame(read_service(record.json, cleaning_day, faults));
    const Bytes after = wire::encode_frame(read_service(clean_record(record.json, cleaning_day), cleaning_day, faults));
    CAPTURE(record.file);
    CHECK(before == after);
    CHECK_FALSE(faults.is_refused());
  }
}

TEST_CASE("a confidential place is told without where it is, however the feed says so") {
  const std::string term = R"("attributes":[{"taxonomy_term":{"name":"Confidential","taxonomy":"privacy"}}])";
  for (const std::string& mark :
       {R"(,"confidential":true)" + std::string(), R"(,"mask_exact_address":true)" + std::string(), "," + term}) {
    CAPTURE(mark);
    OpenOffer offer;
    FeedDirectory folder;
    folder.write_service(house(mark));
    const ImportReport report = offer.import(folder.path.string());
    CHECK(report.notes.size() == 1);
    check_concealed(offer);
    const auto place = offer.get("/service_at_locations").find("contents")->items.at(0);
    CHECK(place.find("location")->text_at("name") == "The address is confidential");
  }
}

TEST_CASE("a place that one record calls confidential is so in every record") {
  OpenOffer offer;
  FeedDirectory folder;
  folder.write_service(house(R"(,"confidential":true)"));
  std::string other = house("");
  other.replace(other.find("000000000001"), 12, "000000000002");
  folder.write_service(other);
  offer.import(folder.path.string());
  CHECK(offer.stored().size() == 2);
  check_concealed(offer);
}

TEST_CASE("a record whose words tell the confidential address is refused, and what was there goes") {
  OpenOffer offer;
  FeedDirectory folder;
  folder.write_service(house(""));
  folder.write_service(R"({"id":"00000000-0000-4000-8000-000000000005","name":"Other","status":"active"})");
  offer.import(folder.path.string());
  folder.write_service(house(R"(,"confidential":true)", "Come to 14, Rowan Lane."));
  const ImportReport report = offer.import(folder.path.string());
  REQUIRE(report.refused.size() == 1);
  CHECK(report.refused[0].reason.find("confidential") != std::string::npos);
  CHECK(offer.stored().size() == 1);
  check_concealed(offer);
}

TEST_CASE("an export is a feed that imports to the same offer, the hidden services too") {
  OpenOffer first;
  first.import(std::string(FIXTURES) + "/offer/good");
  FeedDirectory parent;
  const std::string folder = (parent.path / "export").string();
  const server::Verb* verb = first.verbs.find("offer", "export");
  REQUIRE(verb);
  const std::vector<std::string> arguments = {folder};
  const auto report = verb->handler(arguments);
  REQUIRE(report.ok());
  CHECK(report.value() == "Wrote 4 services to " + folder + "\n");
  OpenOffer second;
  CHECK(second.import(folder).page_files == 1);
  CHECK(second.stored() == first.stored());
  CHECK_FALSE(verb->handler(arguments).ok());  // what is there is not written over
  CHECK_FALSE(std::filesystem::exists(folder + ".unfinished"));
}

TEST_CASE("without an offer nothing is exported, and nothing is left behind") {
  OpenOffer offer;
  FeedDirectory parent;
  const std::vector<std::string> arguments = {(parent.path / "export").string()};
  CHECK_FALSE(offer.verbs.find("offer", "export")->handler(arguments).ok());
  CHECK_FALSE(std::filesystem::exists(arguments[0]));
  CHECK_FALSE(std::filesystem::exists(arguments[0] + ".unfinished"));
}

TEST_CASE("importing an unchanged feed writes nothing") {
  OpenOffer offer;
  offer.import(std::string(FIXTURES) + "/offer/good");
  const auto written = [&offer] {
    auto select = offer.database.prepare("SELECT total_changes()");
    REQUIRE(select.ok());
    REQUIRE(select->step().ok());
    return select->column_integer(0);
  };
  const auto before = written();
  CHECK(offer.import(std::string(FIXTURES) + "/offer/good").same == 4);
  CHECK(written() == before);
}

TEST_CASE("moments are read in every way that feeds write them, and written in one") {
  CHECK(parse_moment("2026-11-22T09:00:00Z") == parse_moment("2026-11-22T10:00:00+01:00"));
  CHECK(parse_moment("2026-11-22 09:00") == parse_moment("2026-11-22T09:00:00.000Z"));
  CHECK(moment_text(*parse_moment("2026-11-22T23:30:00.25-0100")) == "2026-11-23T00:30:00.250Z");
  CHECK(moment_text(*parse_moment("1969-12-31T23:59:59.999Z")) == "1969-12-31T23:59:59.999Z");
  for (const char* wrong : {"", "22/11/2026", "2026-11-22T", "2026-11-22T25:00", "2026-11-22T09:00:00+25:00",
                            "2026-11-22T09:00:00Zx", "2026-02-30"}) {
    CAPTURE(wrong);
    CHECK_FALSE(parse_moment(wrong));
  }
}
