// Where a council's feeds are, and at which addresses of the Internet nobody asks for one.
#include "app/server/feed_config.hpp"

#include "app/server/fetch/public_address.hpp"
#include "app/server/json_fields.hpp"

#include <doctest/doctest.h>

#include <arpa/inet.h>

using namespace alongside;
using namespace alongside::server;

namespace {

struct ReadFeeds {
  JsonMistakes mistakes;
  std::vector<FeedConfig> feeds;
  explicit ReadFeeds(const std::string& items) {
    const auto json = read_json("{\"offer\":{\"feeds\":" + items + "}}");
    REQUIRE(json.ok());
    JsonFields fields(json.value(), "", mistakes);
    feeds = read_feeds(fields, mistakes);
  }
  bool says(const std::string& what) const { return mistakes.report().find(what) != std::string::npos; }
};

bool is_public(const char* text) {
  std::uint8_t bytes[16];
  if (inet_pton(AF_INET, text, bytes) == 1) return is_public_address({bytes, 4});
  REQUIRE(inet_pton(AF_INET6, text, bytes) == 1);
  return is_public_address({bytes, 16});
}

}  // namespace

TEST_CASE("feeds are read with their names, places and editions, and stand in order of priority") {
  const ReadFeeds read(R"([
    {"name": "charities", "folder": "feeds/charities", "shape": "1.0"},
    {"name": "fis", "url": "https://fis.northmere.example/open-referral/v3/", "priority": 1}])");
  CHECK(read.mistakes.none());
  REQUIRE(read.feeds.size() == 2);
  CHECK(read.feeds[0].name == "fis");
  CHECK(read.feeds[0].url == "https://fis.northmere.example/open-referral/v3");
  CHECK(read.feeds[1].shape == FeedShape::UkOne);
  CHECK(read.feeds[1].priority == 100);
}

TEST_CASE("each mistake about a feed is told with what to write") {
  CHECK(ReadFeeds(R"([{"name": "a"}])").says("one of the two"));
  CHECK(ReadFeeds(R"([{"name": "a", "url": "https://x.example", "folder": "y"}])").says("one of the two"));
  CHECK(ReadFeeds(R"([{"name": "A b", "folder": "y"}])").says("small letters"));
  CHECK(ReadFeeds(R"([{"name": "a", "url": "ftp://x.example"}])").says("where its /services is"));
  CHECK(ReadFeeds(R"([{"name": "a", "url": "http://x.example"}])").says("http only with inner_addresses"));
  CHECK(ReadFeeds(R"([{"name": "a", "url": "https://x.example/?key=1"}])").says("where its /services is"));
  CHECK(ReadFeeds(R"([{"name": "a", "folder": "y", "shape": "2"}])").says("\"3.0\" or \"1.0\""));
  CHECK(ReadFeeds(R"([{"name": "a", "folder": "y", "inner_addresses": ["intranet"]}])").says("IP addresses"));
  CHECK(ReadFeeds(R"([{"name": "a", "folder": "y"}, {"name": "a", "folder": "z"}])").says("a name of its own"));
  CHECK(ReadFeeds(R"([{"name": "a", "folder": "y", "colour": "red"}])").says("colour"));
  CHECK(ReadFeeds(R"([{"name": "a", "url": "http://10.1.2.3:80", "inner_addresses": ["10.1.2.3"]}])").mistakes.none());
}

TEST_CASE("V1.3.6: only addresses that anybody can reach are public") {
  for (const char* text : {"8.8.8.8", "81.2.69.142", "172.15.0.1", "172.32.0.1", "100.63.0.1", "2a00:1450:4009::200e",
                           "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"}) {
    CAPTURE(text);
    CHECK(is_public(text));
  }
  for (const char* text :
       {"0.0.0.0",         "10.0.0.1",     "100.64.0.1", "127.0.0.1",        "127.255.0.1",     "169.254.169.254",
        "172.16.0.1",      "172.31.9.9",   "192.0.0.8",  "192.168.1.1",      "198.19.0.1",      "224.0.0.1",
        "255.255.255.255", "::",           "::1",        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1",
        "fc00::1",         "fd12:3456::1", "fe80::1",    "ff02::1",          "2001:db8::1",     "2002:7f00:1::",
        "2001::1",         "3fff::1",      "100::1"}) {
    CAPTURE(text);
    CHECK_FALSE(is_public(text));
  }
  CHECK_FALSE(is_public_address({}));
}
