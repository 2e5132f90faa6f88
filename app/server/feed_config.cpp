#include "app/server/feed_config.hpp"

#include "app/server/json_fields.hpp"
#include "app/server/web_address.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <algorithm>

namespace alongside::server {

namespace {

constexpr std::string_view feed_name_rule = "write a short name of small letters, digits and -, like \"northmere-fis\"";
constexpr std::string_view feed_url_rule =
    "write where its /services is, like \"https://fis.northmere.example/open-referral/v3\"; http only with "
    "inner_addresses";
constexpr std::string_view feed_place_rule = "write \"url\" or \"folder\", one of the two";
constexpr std::string_view feed_shape_rule = "write \"3.0\" or \"1.0\", or take this key out";
constexpr std::string_view inner_rule = "write IP addresses of your own network, like \"10.1.2.3\"";

bool is_feed_name(std::string_view name) {
  return !name.empty() &&
         std::ranges::all_of(name, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

bool is_ip_address(const std::string& text) {
  std::uint8_t bytes[16];
  return inet_pton(AF_INET, text.c_str(), bytes) == 1 || inet_pton(AF_INET6, text.c_str(), bytes) == 1;
}

FeedShape read_shape(JsonFields& fields) {
  const std::string shape = fields.optional_text("shape", {10, feed_shape_rule});
  if (!shape.empty() && shape != "3.0" && shape != "1.0") fields.mistake("shape", feed_shape_rule);
  return shape == "3.0" ? FeedShape::UkThree : shape == "1.0" ? FeedShape::UkOne : FeedShape::AsItComes;
}

int read_number(JsonFields& fields, const JsonValue& item, std::string_view key, NumberRule rule, int usual) {
  return item.find(key) == nullptr ? usual : static_cast<int>(fields.integer(key, rule));
}

FeedConfig read_feed(const JsonValue& item, std::string path, JsonMistakes& mistakes) {
  JsonFields fields(item, std::move(path), mistakes);
  FeedConfig feed;
  feed.name = fields.text("name", {40, feed_name_rule});
  if (!feed.name.empty() && !is_feed_name(feed.name)) fields.mistake("name", feed_name_rule);
  feed.url = fields.optional_text("url", {500, feed_url_rule});
  feed.folder = fields.optional_text("folder", {1000, "write the path of a folder"});
  if (feed.url.empty() == feed.folder.empty()) fields.mistake("url", feed_place_rule);
  feed.shape = read_shape(fields);
  feed.inner_addresses = read_inner_addresses(fields);
  while (feed.url.ends_with('/')) feed.url.pop_back();
  if (!feed.url.empty() && !is_feed_address(feed.url, feed)) fields.mistake("url", feed_url_rule);
  feed.priority = read_number(fields, item, "priority", {1, 1000}, feed.priority);
  feed.first_retry_seconds = read_number(fields, item, "first_retry_seconds", {0, 60}, feed.first_retry_seconds);
  fields.finish();
  return feed;
}

}  // namespace

std::vector<std::string> read_inner_addresses(JsonFields& fields) {
  std::vector<std::string> addresses;
  if (fields.optional("inner_addresses") == nullptr) return addresses;
  for (const JsonValue& item : fields.array("inner_addresses", 1, 20)) {
    if (!item.is(JsonKind::Text) || !is_ip_address(item.text)) fields.mistake("inner_addresses", inner_rule);
    addresses.push_back(item.text);
  }
  return addresses;
}

bool is_feed_address(std::string_view url, const FeedConfig& feed) {
  if (url.find('?') != url.npos) return false;
  if (!url.starts_with("http://")) return is_safe_web_address(url);
  return !feed.inner_addresses.empty() && is_safe_web_address("https" + std::string(url.substr(4)));
}

std::string_view name_of(FeedShape shape) {
  switch (shape) {
    case FeedShape::AsItComes: return "";
    case FeedShape::UkThree: return "3.0";
    case FeedShape::UkOne: return "1.0";
  }
  return "";
}

std::vector<FeedConfig> read_feeds(JsonFields& parent, JsonMistakes& mistakes) {
  std::vector<FeedConfig> feeds;
  if (parent.optional("offer") == nullptr) return feeds;
  JsonFields fields = parent.object("offer");
  const auto& items = fields.array("feeds", 1, 50);
  for (std::size_t i = 0; i < items.size(); ++i) {
    FeedConfig feed = read_feed(items[i], fields.path_of("feeds") + "[" + std::to_string(i) + "]", mistakes);
    const bool is_twice = std::ranges::find(feeds, feed.name, &FeedConfig::name) != feeds.end();
    if (is_twice) fields.mistake("feeds", "give each feed a name of its own");
    feeds.push_back(std::move(feed));
  }
  fields.finish();
  std::ranges::stable_sort(feeds, {}, &FeedConfig::priority);
  return feeds;
}

}  // namespace alongside::server
