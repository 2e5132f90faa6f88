#include "app/server/council_config.hpp"
#include "app/server/listen_address.hpp"
#include "app/wire/frame.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

using namespace alongside;
using namespace alongside::server;

TEST_CASE("the demo council is read whole") {
  const auto config = read_council_config(DEMO_COUNCIL "/council.json");
  REQUIRE(config.ok());
  CHECK(config->council.id == "northmere");
  CHECK(config->council.name.cy == "Cyngor Northmere");
  CHECK(config->council.nation == wire::Nation::England);
  CHECK(config->languages == std::vector<Language>{Language::English, Language::Welsh});
  CHECK(config->council.places[0].latitude_e7 == 529070000);
  CHECK(config->council.places[0].longitude_e7 == -28920000);
  CHECK(config->council.places[9].postcode_districts == std::vector<std::string>{"NM10"});
  CHECK(config->retention_days.survey_answers == 730);
}

TEST_CASE("when it cannot wait, 999 stands first, then the council's own numbers, then the others with their sources") {
  const auto config = read_council_config(DEMO_COUNCIL "/council.json");
  REQUIRE(config.ok());
  const auto& urgent = config->council.urgent;
  REQUIRE(urgent.size() == 6);
  CHECK(urgent[0].address == "tel:999");
  CHECK(urgent[1].number == "01632 960999");
  CHECK(urgent[1].address == "tel:01632960999");
  CHECK(urgent[1].source.empty());
  CHECK(urgent[2].address == "tel:18000");
  CHECK(urgent[5].address == "tel:111");
  for (const std::size_t i : {0, 2, 3, 4, 5}) {
    CHECK_FALSE(urgent[i].source.empty());
    CHECK(urgent[i].seen.iso() == "2026-11-29");
    CHECK_FALSE(urgent[i].words.cy.empty());
  }
}

TEST_CASE("a number for when it cannot wait is refused when nobody could ring it") {
  const auto with = [](const std::string& urgent) {
    std::ifstream in(DEMO_COUNCIL "/council.json", std::ios::binary);
    std::string file(std::istreambuf_iterator<char>(in), {});
    const std::size_t at = file.find("\"urgent\": ["), end = file.find("\"places\"");
    return parse_council_config(file.replace(at, end - at, "\"urgent\": " + urgent + ", "));
  };
  CHECK(with("[]")->council.urgent.size() == 5);
  const std::string words = "{\"en\": \"Night\", \"cy\": \"Nos\"}";
  const auto one = [&](const std::string& phone) {
    return "[{\"title\": " + words + ", \"phone\": " + phone + ", \"hours\": " + words + "}]";
  };
  CHECK(with(one("\"01632 960999\"")).ok());
  for (const std::string& bad :
       {one("\"javascript:alert(1)\""), one("\"ring us\""), one("999"), std::string("{}"), "[" + words + "]"}) {
    CAPTURE(bad);
    const auto config = with(bad);
    REQUIRE_FALSE(config.ok());
    CHECK(config.error().detail.find("urgent") != std::string::npos);
  }
}

TEST_CASE("what the configuration accepts can be sent as a frame and read again") {
  const auto config = read_council_config(DEMO_COUNCIL "/council.json");
  REQUIRE(config.ok());
  const auto again = wire::decode_frame<wire::Council>(wire::encode_frame(config->council));
  REQUIRE(again.ok());
  CHECK(again->safeguarding.phone == config->council.safeguarding.phone);
}

TEST_CASE("a file that is not one object is refused without a crash") {
  for (const char* bad : {"", "[]", "null", "5", "\"a\"", "{}", "{\"places\": [5]}", "{\"help\": []}"}) {
    CAPTURE(bad);
    const auto config = parse_council_config(bad);
    REQUIRE(!config.ok());
    CHECK(config.error().code == ErrorCode::InvalidInput);
    CHECK(!config.error().detail.empty());
  }
}

TEST_CASE("a council may say when people are signed out, within reason, and need not") {
  std::string file;
  {
    std::ifstream in(DEMO_COUNCIL "/council.json", std::ios::binary);
    file.assign(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  const auto with = [&](const std::string& session) {
    std::string changed = file;
    return parse_council_config(changed.replace(changed.find('{'), 1, "{\"session\": " + session + ","));
  };
  CHECK(parse_council_config(file)->session.idle_hours == 24);
  CHECK(parse_council_config(file)->session.absolute_days == 14);
  CHECK(with("{\"idle_hours\": 2}")->session.idle_hours == 2);
  CHECK(with("{\"idle_hours\": 2}")->session.absolute_days == 14);
  CHECK(with("{\"absolute_days\": 1}")->session.absolute_days == 1);
  for (const char* bad : {"{\"idle_hours\": 0}", "{\"idle_hours\": 721}", "{\"absolute_days\": 91}",
                          "{\"idle_days\": 1}", "{\"idle_hours\": \"2\"}", "[]", "5"}) {
    CAPTURE(bad);
    CHECK(with(bad).error().detail.find("session") != std::string::npos);
  }
}

TEST_CASE("an address to listen on is an address and a port, nothing else") {
  CHECK(parse_listen_address("127.0.0.1:8080")->port == 8080);
  CHECK(parse_listen_address("[::1]:0")->address == "::1");
  for (const char* bad : {"", "8080", ":8080", "localhost:8080", "127.0.0.1", "127.0.0.1:", "127.0.0.1:99999",
                          "127.0.0.1:-1", "::1:80", "[127.0.0.1]:80", "127.0.0.1:80x"}) {
    CAPTURE(bad);
    CHECK(!parse_listen_address(bad).ok());
  }
}

TEST_CASE("a council's words for one thing are groups of two or more, and may be left out") {
  std::string file;
  {
    std::ifstream in(DEMO_COUNCIL "/council.json", std::ios::binary);
    file.assign(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  const std::vector<std::string> breaks{"respite", "short break", "overnight", "nights away", "sleepover"};
  CHECK(parse_council_config(file)->synonyms.front() == breaks);
  const std::size_t from = file.find("\"synonyms\"");
  const std::size_t to = file.find("\"retention_days\"");
  const auto with = [&](const std::string& synonyms) {
    return parse_council_config(std::string(file).replace(from, to - from, synonyms));
  };
  CHECK(with("")->synonyms.empty());
  CHECK(with("\"synonyms\": [],")->synonyms.empty());
  for (const char* bad :
       {"5", "[5]", "[[\"one\"]]", "[[\"one\", \" \"]]", "[[\"one\", 2]]", "{}", "[\"one\", \"two\"]"}) {
    const auto config = with("\"synonyms\": " + std::string(bad) + ",");
    REQUIRE(!config.ok());
    CHECK(config.error().detail.find("synonyms") != std::string::npos);
  }
}

TEST_CASE("how few people may be told apart is the council's to say, and not fewer than protects anybody") {
  std::ifstream file(DEMO_COUNCIL "/council.json");
  const std::string demo{std::istreambuf_iterator<char>(file), {}};
  const auto with = [&demo](const std::string& disclosure) {
    return parse_council_config("{\"disclosure\": " + disclosure + "," + demo.substr(demo.find('{') + 1));
  };
  const auto usual = parse_council_config(demo);
  REQUIRE(usual.ok());
  CHECK(usual->disclosure.people == 10);
  CHECK(usual->disclosure.cell == 5);
  const auto strict = with(R"({"people": 20, "cell": 10, "round_to": 5})");
  REQUIRE(strict.ok());
  CHECK(strict->disclosure.round_to == 5);
  for (const char* loose : {R"({"people": 9, "cell": 5, "round_to": 0})", R"({"people": 10, "cell": 2, "round_to": 0})",
                            R"({"people": 10, "cell": 7, "round_to": 5})", R"({"people": 10, "cell": 5})"}) {
    CAPTURE(loose);
    CHECK_FALSE(with(loose).ok());
  }
}

TEST_CASE("a council may say when its schools are closed; each holiday has a name and two days in order") {
  std::string file;
  {
    std::ifstream in(DEMO_COUNCIL "/council.json", std::ios::binary);
    file.assign(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  CHECK(parse_council_config(file)->council.school_holidays.front().name.en == "Autumn half term");
  const std::size_t from = file.find("\"school_holidays\"");
  const std::size_t to = file.find("\"requests\"");
  const auto with = [&](const std::string& holidays) {
    return parse_council_config(std::string(file).replace(from, to - from, holidays));
  };
  CHECK(with("")->council.school_holidays.empty());
  const std::string name = "\"name\": {\"en\": \"Half term\", \"cy\": \"Hanner tymor\"}";
  const auto two = with("\"school_holidays\": [{" + name + ", \"first\": \"2027-02-13\", \"last\": \"2027-02-21\"}, {" +
                        name + ", \"first\": \"2026-10-24\", \"last\": \"2026-10-24\"}],");
  REQUIRE(two.ok());
  CHECK(two->council.school_holidays.front().first == Date::parse("2026-10-24").value());
  const std::string named = "[{" + name + ", ";
  for (const std::string& bad :
       {std::string("5"), std::string("[5]"), std::string("[{}]"), named + "\"first\": \"2026-10-24\"}]",
        named + "\"first\": \"2026-10-24\", \"last\": \"2026-10-23\"}]",
        named + "\"first\": \"24 October\", \"last\": \"2026-10-25\"}]",
        named + "\"first\": \"2026-10-24\", \"last\": \"2026-10-25\", \"days\": 2}]"}) {
    CAPTURE(bad);
    const auto config = with("\"school_holidays\": " + bad + ",");
    REQUIRE(!config.ok());
    CHECK(config.error().detail.find("school_holidays") != std::string::npos);
  }
}
