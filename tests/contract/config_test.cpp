// The council's configuration file: the demo's is good, and each mistake is named by its key.
#include "tests/contract/server_process.hpp"

#include <doctest/doctest.h>

using namespace alongside::contract;

namespace {

Finished check(const std::string& text) {
  const TemporaryFolder folder;
  write_file(folder.path() + "/council.json", text);
  return run({PROBE_API, "check-config", folder.path() + "/council.json"});
}

std::string changed(const std::string& from, const std::string& to) {
  std::string text = read_file(DEMO_COUNCIL "/council.json");
  const std::size_t at = text.find(from);
  REQUIRE(at != text.npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("the demo council's configuration is good") {
  const Finished good = check(read_file(DEMO_COUNCIL "/council.json"));
  CHECK(good.exit_code == 0);
  CHECK(good.output.find("Northmere Council (England), 10 places") != std::string::npos);
}

TEST_CASE("a mistake is named by the path of its key, with what to write") {
  struct Mistake {
    std::string from, to, line;
  };
  const std::vector<Mistake> mistakes = {
      {"\"nation\": \"England\"", "\"nation\": \"Scotland\"", "nation: write \"England\" or \"Wales\""},
      {"\"phone\": \"01632 960123\"", "\"phone\": \"ring us\"", "help.phone: write the phone number"},
      {"\"phone\": \"01632 960123\"", "\"phone\": 1632", "help.phone: write the phone number"},
      {"\"latitude\": 52.9410", "\"latitude\": -2.8", "places[1].latitude: write a number from 49 to 61"},
      {"\"NM3\"", "\"nm 3\"", "places[2].postcode_districts: write the first halves"},
      {"\"id\": \"northmere\"", "\"id\": \"North Mere\"", "id: write a short name"},
      {"\"id\": \"northmere\",", "", "id: write a short name"},
      {"\"id\": \"northmere\",", "\"id\": \"northmere\", \"security_contact\": \"a@b.example\",",
       "security_contact: write \"mailto:"},
      {"\"id\": \"northmere\",", "\"id\": \"northmere\", \"security_contact\": \"mailto:a\\nPolicy: x\",",
       "security_contact: write \"mailto:"},
      {"\"id\": \"northmere\",", "\"id\": \"northmere\", \"leave_to\": \"http://weather.example/\",",
       "leave_to: write a page that anybody may look at"},
      {"\"id\": \"northmere\",", "\"id\": \"northmere\", \"leave_to\": \"javascript:alert(1)\",",
       "leave_to: write a page that anybody may look at"},
      {"\"request_logs\": 30", "\"request_logs\": 0", "retention_days.request_logs: write a whole number from 1"},
      {"\"request_logs\": 30", "\"request_log\": 30", "retention_days.request_log: this key is not known"},
      {"\"cy\": \"Poeni am blentyn\"", "\"cy\": \" \"", "safeguarding.title.cy: write the Welsh words"},
      {"[\"en\", \"cy\"]", "[\"en\", \"fr\"]", "languages: write \"en\", \"cy\" or both"},
      {"\"127.0.0.1:8080\"", "\"localhost\"", "listen: write an address and a port"},
      {"\"id\": \"northmere\",", "\"id\": \"northmere\", \"id\": \"other\",", "the key \"id\" is there twice"},
      {"\"id\": \"northmere\",", "\"id\": \"northmere\"", "line 3"},
  };
  for (const Mistake& mistake : mistakes) {
    CAPTURE(mistake.line);
    const Finished bad = check(changed(mistake.from, mistake.to));
    CHECK(bad.exit_code == 1);
    CHECK(bad.errors.find(mistake.line) != std::string::npos);
  }
}

TEST_CASE("a council's own map is read with its configuration, and a bad one is refused by both") {
  const auto with_map = [](const std::string& map) {
    const TemporaryFolder folder;
    write_file(folder.path() + "/council.json", read_file(DEMO_COUNCIL "/council.json"));
    write_file(folder.path() + "/map.geojson", map);
    return run({PROBE_API, "check-config", folder.path() + "/council.json"});
  };
  CHECK(with_map(read_file(DEMO_COUNCIL "/map.geojson")).exit_code == 0);
  const std::pair<const char*, const char*> bad[] = {
      {"not json", "map.geojson"},
      {R"({"type": "Point", "coordinates": [-2.9, 52.9]})", "draw it as a Polygon or MultiPolygon"},
      {R"({"type": "Polygon", "coordinates": [[[52.8, -3], [52.8, -2.7], [53, -2.7], [52.8, -3]]]})",
       "other way round"},
      {R"({"type": "Polygon", "coordinates": [[[-1, 51], [-0.9, 51], [-0.9, 51.1], [-1, 51]]]})", "another council's"},
  };
  for (const auto& [map, words] : bad) {
    CAPTURE(map);
    const Finished refused = with_map(map);
    CHECK(refused.exit_code == 1);
    CHECK(refused.errors.find(words) != std::string::npos);
  }
  CHECK(with_map(std::string(4 * 1024 * 1024 + 1, ' ')).exit_code == 1);
}

TEST_CASE("every mistake is named at once, and serve refuses the same file") {
  const TemporaryFolder folder;
  const std::string file = folder.path() + "/council.json";
  write_file(file, "{\"id\": 5, \"colour\": \"red\"}");
  const Finished bad = run({PROBE_API, "check-config", file});
  for (const char* key : {"id:", "colour:", "name:", "help:", "places:", "listen:", "retention_days:"}) {
    CAPTURE(key);
    CHECK(bad.errors.find(std::string("\n") + key) != std::string::npos);
  }
  write_small_client(folder.path() + "/www");
  const Finished serve = run({PROBE_API, "serve", "--council", file, "--data", folder.path() + "/data", "--www",
                              folder.path() + "/www", "--listen", "127.0.0.1:0"});
  CHECK(serve.exit_code == 1);
  CHECK(serve.errors == bad.errors);
}

TEST_CASE("a start that cannot work says what to do") {
  const TemporaryFolder folder;
  const auto serve = [&](const std::string& www) {
    return run({PROBE_API, "serve", "--council", DEMO_COUNCIL "/council.json", "--data", folder.path() + "/data",
                "--www", www, "--listen", "127.0.0.1:0"});
  };
  CHECK(serve(folder.path()).errors.find("build the client first") != std::string::npos);
  CHECK(serve(folder.path() + "/none").errors.find("cannot be read") != std::string::npos);
  write_file(folder.path() + "/www/index.html", "{{main}} {{mistake}}");
  CHECK(serve(folder.path() + "/www").errors.find("nothing fills {{mistake}}") != std::string::npos);
  CHECK(check("").exit_code == 1);
  CHECK(check("[]").exit_code == 1);
  CHECK(check(std::string(100000, '[')).exit_code == 1);
  CHECK(run({PROBE_API, "check-config", folder.path() + "/none"}).errors.find("cannot be read") != std::string::npos);
}

TEST_CASE("a day to hold the date at that is no date is refused") {
  const TemporaryFolder folder;
  write_small_client(folder.path() + "/www");
  const Finished serve =
      run({PROBE_API, "serve", "--council", DEMO_COUNCIL "/council.json", "--data", folder.path() + "/data", "--www",
           folder.path() + "/www", "--listen", "127.0.0.1:0", "--today", "tomorrow"});
  CHECK(serve.exit_code == 1);
  CHECK(serve.errors.find("write the date as 2026-11-22") != std::string::npos);
}
