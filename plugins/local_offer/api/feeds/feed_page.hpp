// FeedPage: one page of a feed's list of services, in the words of Open Referral UK 3.0 or of version 1, and what it
// says of the others. Read by feed_fetch, which does not believe it.
#pragma once

#include "app/base/result.hpp"
#include "app/server/feed_config.hpp"
#include "app/server/json_reader.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace alongside::local_offer {

struct FeedPage {
  server::FeedShape shape = server::FeedShape::UkThree;
  std::vector<server::JsonValue> services;
  std::optional<std::int64_t> total_items;
  std::optional<std::int64_t> total_pages;
  std::optional<bool> is_last;

  // Whether there should be another page after this one, the `number`th: when it contradicts itself, there may be.
  bool promises_more(std::int64_t number) const;
};

// InvalidInput when it is no JSON, or no page; or of another edition than the configuration says.
Result<FeedPage> read_feed_page(std::string_view text, server::FeedShape expected);

// Whether a list has the service whole, with its lists of places and hours, so that nobody need ask for it again.
bool is_whole_service(const server::JsonValue& listed);

}  // namespace alongside::local_offer
