// A map server under the council's map: where it is, and what must stand beside it.
#include "app/server/map/tile_config.hpp"

#include "app/server/json_fields.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace alongside;
using namespace alongside::server;

namespace {

struct ReadTiles {
  JsonMistakes mistakes;
  TileConfig tiles;
  explicit ReadTiles(const std::string& section) {
    const auto json = read_json("{\"map_tiles\":" + section + "}");
    REQUIRE(json.ok());
    JsonFields fields(json.value(), "", mistakes);
    tiles = read_map_tiles(fields, {Language::English, Language::Welsh});
  }
  bool says(const std::string& what) const { return mistakes.report().find(what) != std::string::npos; }
};

std::string section_with(const std::string& url, const std::string& more = "") {
  return R"({"url": ")" + url + R"(", "credit": {"en": "© Our maps", "cy": "© Ein mapiau"})" + more + "}";
}

}  // namespace

TEST_CASE("a map server has its address, its credit and the zooms that it has squares for") {
  const ReadTiles read(section_with("https://tiles.northmere.example/{z}/{x}/{y}.png", R"(, "most_zoom": 14)"));
  CHECK(read.mistakes.none());
  CHECK(read.tiles.is_used());
  CHECK(read.tiles.credit.cy == "© Ein mapiau");
  CHECK(read.tiles.least_zoom == TileConfig::furthest);
  CHECK(read.tiles.most_zoom == 14);
  CHECK(tile_address(read.tiles, 12, 2031, 1343, "") == "https://tiles.northmere.example/12/2031/1343.png");
}

TEST_CASE("a key is put into the address when it is asked, and is in no file") {
  const ReadTiles read(
      section_with("https://tiles.northmere.example/{z}/{x}/{y}?key={key}", R"(, "key_env": "MAP_KEY")"));
  CHECK(read.mistakes.none());
  CHECK(tile_address(read.tiles, 7, 1, 2, "s3cret") == "https://tiles.northmere.example/7/1/2?key=s3cret");
}

TEST_CASE("each mistake about a map server is told with what to write") {
  for (const char* url : {"https://tiles.northmere.example/{z}/{x}.png", "http://tiles.northmere.example/{z}/{x}/{y}",
                          "https://a:b@tiles.example/{z}/{x}/{y}", "ftp://tiles.example/{z}/{x}/{y}",
                          "https://tiles.example/{z}/{x}/{y}/{s}", "https://tiles.example/{z}/{z}/{x}/{y}"}) {
    CAPTURE(url);
    CHECK(ReadTiles(section_with(url)).says("map_tiles.url: write where a tile is"));
  }
  CHECK(ReadTiles(section_with("https://t.example/{z}/{x}/{y}?k={key}")).says("map_tiles.key_env"));
  CHECK(ReadTiles(section_with("https://t.example/{z}/{x}/{y}", R"(, "key_env": "A")")).says("map_tiles.key_env"));
  CHECK(ReadTiles(section_with("https://t.example/{z}/{x}/{y}", R"(, "least_zoom": 12, "most_zoom": 9)"))
            .says("up to most_zoom"));
  CHECK(ReadTiles(section_with("https://t.example/{z}/{x}/{y}", R"(, "most_zoom": 30)")).says("map_tiles.most_zoom"));
  CHECK(ReadTiles(R"({"url": "https://t.example/{z}/{x}/{y}", "credit": {"en": "x"}})").says("credit.cy"));
}

TEST_CASE("a map server of the council's own network may be asked without TLS") {
  CHECK(ReadTiles(section_with("http://10.1.2.3/{z}/{x}/{y}.png", R"(, "inner_addresses": ["10.1.2.3"])"))
            .mistakes.none());
}
