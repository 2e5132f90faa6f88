#include "app/server/map/tile_config.hpp"

#include "app/server/feed_config.hpp"
#include "app/server/json_fields.hpp"
#include "app/server/web_address.hpp"

#include <algorithm>

namespace alongside::server {
namespace {

constexpr std::string_view url_rule =
    "write where a tile is, with {z}, {x} and {y} in it once each, like "
    "\"https://tiles.northmere.example/{z}/{x}/{y}.png\"; http only with inner_addresses";
constexpr std::string_view key_rule = "write the name of an environment variable, and {key} where its value goes";

std::string put(std::string text, std::string_view mark, std::string_view value) {
  const std::size_t at = text.find(mark);
  return at == text.npos ? text : text.replace(at, mark.size(), value);
}

bool has_once(std::string_view text, std::string_view mark) {
  const std::size_t at = text.find(mark);
  return at != text.npos && text.find(mark, at + 1) == text.npos;
}

// What is left of the address once the marks are numbers must be one that may be asked.
bool is_right(const TileConfig& tiles) {
  for (const std::string_view mark : {"{z}", "{x}", "{y}"}) {
    if (!has_once(tiles.url, mark)) return false;
  }
  std::string address = tile_address(tiles, 1, 1, 1, "key");
  if (address.find_first_of("{}") != address.npos) return false;
  if (address.starts_with("http://") && !tiles.inner_addresses.empty()) address.insert(4, "s");
  return is_safe_web_address(address);
}

int read_zoom(JsonFields& fields, std::string_view key, int usual) {
  if (fields.optional(key) == nullptr) return usual;
  return static_cast<int>(fields.integer(key, {TileConfig::furthest, TileConfig::closest}));
}

}  // namespace

TileConfig read_map_tiles(JsonFields& parent, const std::vector<Language>& languages) {
  TileConfig tiles;
  if (parent.optional("map_tiles") == nullptr) return tiles;
  JsonFields fields = parent.object("map_tiles");
  tiles.url = fields.text("url", {500, url_rule});
  JsonFields credit = fields.object("credit");
  tiles.credit.en = credit.text("en", {300, "write what the map's owner asks to stand beside it"});
  const bool welsh = std::ranges::find(languages, Language::Welsh) != languages.end();
  tiles.credit.cy = welsh ? credit.text("cy", {300, "write the same in Welsh"}) : credit.optional_text("cy");
  credit.finish();
  tiles.least_zoom = read_zoom(fields, "least_zoom", tiles.least_zoom);
  tiles.most_zoom = read_zoom(fields, "most_zoom", tiles.most_zoom);
  if (tiles.least_zoom > tiles.most_zoom) fields.mistake("least_zoom", "write a number up to most_zoom");
  tiles.key_env = fields.optional_text("key_env", {100, key_rule});
  if (tiles.key_env.empty() == (tiles.url.find("{key}") != std::string::npos)) fields.mistake("key_env", key_rule);
  tiles.inner_addresses = read_inner_addresses(fields);
  if (!tiles.url.empty() && !is_right(tiles)) fields.mistake("url", url_rule);
  fields.finish();
  return tiles;
}

std::string tile_address(const TileConfig& tiles, int z, unsigned x, unsigned y, std::string_view key) {
  std::string address = put(tiles.url, "{key}", key);
  address = put(std::move(address), "{z}", std::to_string(z));
  address = put(std::move(address), "{x}", std::to_string(x));
  return put(std::move(address), "{y}", std::to_string(y));
}

}  // namespace alongside::server
