// The Open Referral UK API: its lists, its records, every parameter, and what a mistake is answered.
#include "tests/unit/plugins/open_offer.hpp"

#include "app/server/json_tree.hpp"

using namespace alongside;
using namespace alongside::testing;

namespace {

using Names = std::vector<std::string>;

std::string number_id(int number) {
  const std::string digits = std::to_string(number);
  return "00000000-0000-4000-8000-" + std::string(12 - digits.size(), '0') + digits;
}

const std::string swim_id = number_id(1);

struct GoodOffer : OpenOffer {
  GoodOffer() { import(std::string(FIXTURES) + "/offer/good"); }
};

// 120 services that say no more than they must.
struct LongOffer : OpenOffer {
  LongOffer() {
    FeedDirectory folder;
    for (int i = 1; i <= 120; ++i) {
      folder.write_service(R"({"id":")" + number_id(i) + R"(","name":"Service )" + std::to_string(1000 + i) +
                           R"(","status":"active"})");
    }
    import(folder.path.string());
  }
};

}  // namespace

TEST_CASE("the API says which edition and profile it is, with and without a slash at the end") {
  OpenOffer offer;
  for (const char* root : {"", "/"}) {
    const auto about = offer.get(root);
    CHECK(about.text_at("version") == "HSDS-UK-3.0");
    CHECK(about.text_at("profile").starts_with("https://"));
    CHECK(about.text_at("openapi_url").starts_with("https://"));
  }
}

TEST_CASE("every answer may be read by any page and asked for again; mistakes are never kept") {
  GoodOffer offer;
  for (const char* target : {"/", "/services", "/taxonomies", "/service_at_locations"}) {
    CHECK(offer.answer(target).readers == server::Readers::AnyPage);
    CHECK(offer.answer(target).caching == server::Caching::Revalidate);
  }
  CHECK(offer.answer("/services?page=x").readers == server::Readers::AnyPage);
  CHECK(offer.answer("/services?page=x").caching == server::Caching::Private);
}

TEST_CASE("before any import every list is an empty first and last page") {
  OpenOffer offer;
  for (const char* list : {"/services", "/service_at_locations", "/taxonomies", "/taxonomy_terms", "/organizations"}) {
    const auto page = offer.get(list);
    CHECK(page.find("total_items")->integer == 0);
    CHECK(page.find("total_pages")->integer == 0);
    CHECK(page.find("empty")->boolean);
    CHECK(page.find("first_page")->boolean);
    CHECK(page.find("last_page")->boolean);
    CHECK(page.find("contents")->items.empty());
  }
}

TEST_CASE("pages hold fifty unless asked, say where they stand, and together hold each service once") {
  LongOffer offer;
  Names all;
  for (int number = 1; number <= 3; ++number) {
    const auto page = offer.get("/services?page=" + std::to_string(number));
    CHECK(page.find("total_items")->integer == 120);
    CHECK(page.find("total_pages")->integer == 3);
    CHECK(page.find("page_number")->integer == number);
    CHECK(page.find("size")->integer == (number < 3 ? 50 : 20));
    CHECK(page.find("first_page")->boolean == (number == 1));
    CHECK(page.find("last_page")->boolean == (number == 3));
    CHECK_FALSE(page.find("empty")->boolean);
    for (const auto& item : page.find("contents")->items) all.emplace_back(item.text_at("name"));
  }
  REQUIRE(all.size() == 120);
  CHECK(all.front() == "Service 1001");
  CHECK(all.back() == "Service 1120");
  CHECK(std::is_sorted(all.begin(), all.end()));
  CHECK(offer.get("/services?per_page=100").find("size")->integer == 100);
  CHECK(offer.get("/services?per_page=1&page=120").find("last_page")->boolean);
}

TEST_CASE("a page beyond the end is empty and says how many there are") {
  LongOffer offer;
  const auto page = offer.get("/services?page=1000000");
  CHECK(page.find("empty")->boolean);
  CHECK(page.find("last_page")->boolean);
  CHECK_FALSE(page.find("first_page")->boolean);
  CHECK(page.find("total_items")->integer == 120);
}

TEST_CASE("a page that cannot be is a problem that says what to write") {
  GoodOffer offer;
  for (const char* list : {"/services", "/service_at_locations", "/taxonomies", "/taxonomy_terms", "/organizations"}) {
    const std::string address = list;
    for (const char* wrong : {"0", "-1", "1.5", "two", "1000001", "99999999999999999999", "1%20", "0x1"}) {
      CHECK(offer.mistake(address + "?page=" + wrong) == "The parameter page: write a whole number from 1 to 1000000.");
    }
    for (const char* wrong : {"0", "101", "all"})
      CHECK(offer.mistake(address + "?per_page=" + wrong) ==
            "The parameter per_page: write a whole number from 1 to 100.");
  }
}

TEST_CASE("a list has what is one-to-one, a service all of it, and neither anything empty") {
  GoodOffer offer;
  const auto page = offer.get("/services");
  for (const auto& item : page.find("contents")->items) {
    CHECK_FALSE(item.find("schedules"));
    for (const auto& [name, value] : item.members) CHECK_FALSE(server::is_empty(value));
  }
  const auto swim = offer.get("/services/" + swim_id);
  CHECK(swim.text_at("name") == "Otter quiet swim");
  CHECK(swim.find("schedules")->items.size() == 2);
  CHECK(swim.find("organization")->text_at("name") == "Otter Swim Trust");
  CHECK(swim.find("cost_options")->items[0].find("amount")->real == 4.5);
  CHECK(swim.find("service_at_locations")->items[0].find("location")->find("addresses")->items.size() == 1);
}

TEST_CASE("what families are not shown, and what is no id, is not found") {
  GoodOffer offer;
  for (const char* address :
       {"/services/", "/service_at_locations/", "/taxonomies/", "/taxonomy_terms/", "/organizations/"}) {
    for (const std::string& id : {number_id(99), number_id(3), std::string("x' OR 1=1"), std::string("..")}) {
      const auto response = offer.answer(address + id);
      CHECK(response.status == 404);
      CHECK(response.content_type == "application/problem+json");
    }
  }
  CHECK(offer.get("/services").find("total_items")->integer == 3);
}

TEST_CASE("a service at a location has the service inside it, and no circle") {
  GoodOffer offer;
  const auto page = offer.get("/service_at_locations");
  REQUIRE(page.find("contents")->items.size() == 1);
  const auto& listed = page.find("contents")->items[0];
  CHECK(listed.text_at("id") == number_id(501));
  CHECK(listed.find("location")->text_at("name") == "Otter Pool");
  CHECK_FALSE(listed.find("location")->find("addresses"));
  const auto place = offer.get("/service_at_locations/" + number_id(501));
  CHECK(place.find("location")->find("addresses")->items.size() == 1);
  CHECK(place.find("service")->text_at("id") == swim_id);
  CHECK(place.find("service")->find("schedules")->items.size() == 2);
  CHECK_FALSE(place.find("service")->find("service_at_locations"));
}

TEST_CASE("our own facts are terms of taxonomies in a namespace of ours") {
  GoodOffer offer;
  const auto taxonomies = offer.get("/taxonomies");
  const server::JsonValue* tier = nullptr;
  for (const auto& taxonomy : taxonomies.find("contents")->items) {
    if (taxonomy.text_at("name") == "tier") tier = &taxonomy;
  }
  REQUIRE(tier);
  CHECK(tier->text_at("uri") == "urn:alongside:send:tier");
  const auto whole = offer.get("/taxonomies/" + std::string(tier->text_at("id")));
  REQUIRE(whole.find("taxonomy_terms")->items.size() == 1);
  const auto& term = whole.find("taxonomy_terms")->items[0];
  CHECK(term.text_at("term_uri") == "urn:alongside:send:tier:universal");
  CHECK(term.text_at("taxonomy_id") == tier->text_at("id"));
  const std::string id(term.text_at("id"));
  CHECK(offer.get("/taxonomy_terms/" + id).text_at("name") == "Universal");
  CHECK(offer.names("/services?taxonomy_term_id=" + id) == Names{"Otter quiet swim"});
  CHECK(offer.names("/services?taxonomy_id=" + std::string(tier->text_at("id"))) == Names{"Otter quiet swim"});
  CHECK(offer.names("/services?taxonomy_id=tier") == Names{"Otter quiet swim"});
  CHECK(offer.names("/services?taxonomy_id=" + number_id(98)).empty());
  CHECK(offer.names("/services?taxonomy_term_id=nonsense").empty());
}

TEST_CASE("two terms with one id are told as the first of them, in its taxonomy only") {
  OpenOffer offer;
  FeedDirectory folder;
  const std::string term = R"({"taxonomy_term":{"id":"00000000-0000-4000-8000-000000000900","name":)";
  folder.write_service(R"({"id":")" + number_id(1) + R"(","name":"One","status":"active","attributes":[)" + term +
                       R"("Calm","taxonomy":"mood"}},)" + term + R"("Red","taxonomy":"colour"}}]})");
  offer.import(folder.path.string());
  CHECK(offer.get("/taxonomy_terms").find("total_items")->integer == 1);
  const auto taxonomies = offer.get("/taxonomies");
  for (const auto& taxonomy : taxonomies.find("contents")->items) {
    const auto whole = offer.get("/taxonomies/" + std::string(taxonomy.text_at("id")));
    CHECK((whole.find("taxonomy_terms") != nullptr) == (taxonomy.text_at("name") == "mood"));
  }
}

TEST_CASE("search finds by words, best first, and nothing for what nobody says") {
  GoodOffer offer;
  CHECK(offer.names("/services?search=quiet+swim") == Names{"Otter quiet swim"});
  CHECK(offer.names("/service_at_locations?search=swim") == Names{"Otter quiet swim"});
  CHECK(offer.names("/services?search=zebra").empty());
  CHECK(offer.names("/services?search=").size() == 3);
  CHECK(offer.mistake("/services?search=" + std::string(401, 'a')).starts_with("The parameter search: write at most"));
}

TEST_CASE("ages: a minimum of at least one, a maximum of at most the other; who gives none meets neither") {
  GoodOffer offer;
  CHECK(offer.names("/services?minimum_age=4") == Names{"Otter quiet swim"});
  CHECK(offer.names("/services?minimum_age=5").empty());
  CHECK(offer.names("/services?maximum_age=11") == Names{"Otter quiet swim"});
  CHECK(offer.names("/services?maximum_age=10.5").empty());
  CHECK(offer.names("/services?minimum_age=0&maximum_age=130") == Names{"Otter quiet swim"});
  for (const char* wrong : {"minimum_age=four", "maximum_age=-1", "maximum_age=131", "minimum_age=nan"})
    CHECK(offer.mistake("/services?" + std::string(wrong)).find("write an age such as 5") != std::string::npos);
}

TEST_CASE("day and times are met by one and the same session") {
  GoodOffer offer;
  for (const char* day : {"SA", "sa", "Saturday"}) CHECK(offer.names("/services?day=" + std::string(day)).size() == 1);
  CHECK(offer.names("/services?day=MO").empty());
  CHECK(offer.names("/services?start_time=09:00").size() == 2);
  CHECK(offer.names("/services?start_time=09%3A01%3A00") == Names{"Sunday toy swap"});
  CHECK(offer.names("/services?start_time=14:01").empty());
  CHECK(offer.names("/services?end_time=09:30:00").size() == 1);
  CHECK(offer.names("/services?end_time=09:29").empty());
  CHECK(offer.names("/services?day=TU&start_time=09:00").empty());
  CHECK(offer.mistake("/services?day=Blueday").find("MO, TU") != std::string::npos);
  for (const char* wrong : {"9:00", "25:00", "09:60", "soon", "09:00x"}) {
    CHECK(offer.mistake("/services?start_time=" + std::string(wrong)).find("such as 09:30") != std::string::npos);
    CHECK(offer.mistake("/service_at_locations?end_time=" + std::string(wrong)).find("end_time") != std::string::npos);
  }
}

TEST_CASE("modified_after keeps what was changed then or later") {
  GoodOffer offer;
  CHECK(offer.names("/services?modified_after=2026-11-10T09:00:00Z") == Names{"Otter quiet swim"});
  CHECK(offer.names("/services?modified_after=2026-11-10T10:00:00%2B01:00") == Names{"Otter quiet swim"});
  CHECK(offer.names("/services?modified_after=2026-11-10T09:00:01Z").empty());
  CHECK(offer.names("/services?modified_after=2026-11-10") == Names{"Otter quiet swim"});
  CHECK(offer.mistake("/services?modified_after=yesterday").find("2026-11-22T09:00:00Z") != std::string::npos);
}

TEST_CASE("an organisation's services are found by its id and stand in it") {
  GoodOffer offer;
  CHECK(offer.names("/services?organization_id=" + number_id(400)).size() == 3);
  CHECK(offer.names("/services?organization_id=" + number_id(401)).empty());
  const auto trust = offer.get("/organizations/" + number_id(400));
  CHECK(trust.text_at("name") == "Otter Swim Trust");
  REQUIRE(trust.find("services")->items.size() == 3);
  CHECK_FALSE(trust.find("services")->items[0].find("organization"));
}

TEST_CASE("postcode and proximity measure from the district that the council knows") {
  GoodOffer offer;
  for (const char* postcode : {"NM2+1AA", "nm21aa", "NM2"}) {
    CHECK(offer.names("/service_at_locations?proximity=500&postcode=" + std::string(postcode)).size() == 1);
  }
  CHECK(offer.names("/services?proximity=500&postcode=NM2") == Names{"Otter quiet swim"});
  CHECK(offer.names("/service_at_locations?postcode=NM2").size() == 1);
  offer.parts.council.council.places[0].latitude_e7 += 1'000'000;  // 11 km further north
  CHECK(offer.names("/service_at_locations?proximity=5000&postcode=NM2").empty());
  CHECK(offer.names("/service_at_locations?proximity=12000&postcode=NM2").size() == 1);
  CHECK(offer.mistake("/service_at_locations?proximity=5").find("write a postcode too") != std::string::npos);
  CHECK(offer.mistake("/service_at_locations?postcode=ZZ1").find("NM2") != std::string::npos);
  CHECK(offer.mistake("/service_at_locations?postcode=NM2&proximity=far").find("metres") != std::string::npos);
}

TEST_CASE("full gives everything on smaller pages, minimal two members on larger ones, format is JSON") {
  LongOffer offer;
  CHECK(offer.get("/services?full=true").find("size")->integer == 20);
  CHECK(offer.mistake("/services?full=true&per_page=21").find("from 1 to 20") != std::string::npos);
  const auto minimal = offer.get("/services?minimal=true&format=json");
  CHECK(minimal.find("size")->integer == 120);
  CHECK(minimal.find("contents")->items[0].members.size() == 1);
  CHECK(offer.mistake("/services?full=true&minimal=true").find("minimal") != std::string::npos);
  CHECK(offer.mistake("/services?full=perhaps").find("true or false") != std::string::npos);
  CHECK(offer.mistake("/services?format=ndjson").find("page by page") != std::string::npos);
  GoodOffer good;
  CHECK(good.get("/services?full=true&search=swim").find("contents")->items[0].find("schedules")->items.size() == 2);
  const auto place = good.get("/service_at_locations?minimal=true").find("contents")->items[0];
  CHECK(place.text_at("id") == number_id(501));
  CHECK(place.members.size() == 2);
}

TEST_CASE("an import is seen by the next request") {
  GoodOffer offer;
  CHECK(offer.get("/services").find("total_items")->integer == 3);
  FeedDirectory folder;
  folder.write_service(R"({"id":")" + number_id(7) + R"(","name":"New","status":"active"})");
  offer.import(folder.path.string());
  CHECK(offer.names("/services") == Names{"New"});
  CHECK(offer.get("/taxonomies").find("empty")->boolean);
}
