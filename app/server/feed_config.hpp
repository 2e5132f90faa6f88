// FeedConfig: where a council's local offer comes from, from "offer": {"feeds": […]} in the configuration file.
// Without that section, a feed is what `offer import` is told.
#pragma once

#include "app/base/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::server {

class JsonFields;
class JsonMistakes;

// Which edition of Open Referral UK a feed speaks; AsItComes: whichever its pages have.
enum class FeedShape : std::uint8_t { AsItComes, UkThree, UkOne };

struct FeedConfig {
  std::string name;    // "northmere-fis": in reports and on disk; empty: told on the command line
  std::string url;     // "https://fis.northmere.example/open-referral/v3", without a slash at its end; or
  std::string folder;  // with files; from the configuration file's own folder
  FeedShape shape = FeedShape::AsItComes;
  int priority = 100;                        // of two that tell of the same service, the lower number is believed
  std::vector<std::string> inner_addresses;  // "10.1.2.3": where this feed may be although it is not public
  int first_retry_seconds = 2;               // then twice as long each time
};

// The optional section "offer"; in order of priority. Mistakes are noted with what to write.
std::vector<FeedConfig> read_feeds(JsonFields& parent, JsonMistakes& mistakes);
// The optional "inner_addresses": IP addresses of the council's own network.
std::vector<std::string> read_inner_addresses(JsonFields& fields);
// https, or http when a feed is at an address of the council's own network; no query.
bool is_feed_address(std::string_view url, const FeedConfig& feed);
std::string_view name_of(FeedShape shape);  // "3.0", "1.0", ""

}  // namespace alongside::server
