#include "plugins/local_offer/api/feeds/feed_page.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace alongside::local_offer {
namespace {

using server::FeedShape;
using server::JsonKind;
using server::JsonValue;

std::optional<std::int64_t> count_at(const JsonValue& page, std::string_view name) {
  const JsonValue* value = page.find(name);
  if (value == nullptr || !value->is(JsonKind::Integer) || value->integer < 0) return std::nullopt;
  return value->integer;
}

std::optional<bool> truth_at(const JsonValue& page, std::string_view name) {
  const JsonValue* value = page.find(name);
  if (value == nullptr || !value->is(JsonKind::Boolean)) return std::nullopt;
  return value->boolean;
}

}  // namespace

bool FeedPage::promises_more(std::int64_t number) const {
  if (services.empty()) return false;
  const bool counts_more = total_pages && *total_pages > number;
  const bool says_nothing = !is_last && !total_pages;
  return counts_more || says_nothing || (is_last && !*is_last);
}

Result<FeedPage> read_feed_page(std::string_view text, FeedShape expected) {
  JsonValue json = ALONGSIDE_TRY(server::read_json(text, {text.size(), 32, 16 * 1024 * 1024}));
  FeedPage page;
  const bool is_old = json.find("contents") == nullptr;
  page.shape = is_old ? FeedShape::UkOne : FeedShape::UkThree;
  const std::string_view name = is_old ? "content" : "contents";
  const JsonValue* list = json.find(name);
  if (list == nullptr || !list->is(JsonKind::Array))
    return Error{ErrorCode::InvalidInput, "it has neither \"contents\" nor \"content\", so it is no page of a feed"};
  if (expected != FeedShape::AsItComes && expected != page.shape) {
    return Error{ErrorCode::InvalidInput, "it is of Open Referral UK " + std::string(name_of(page.shape)) +
                                              ", and the configuration says " + std::string(name_of(expected))};
  }
  page.total_items = count_at(json, is_old ? "totalElements" : "total_items");
  page.total_pages = count_at(json, is_old ? "totalPages" : "total_pages");
  page.is_last = truth_at(json, is_old ? "last" : "last_page");
  for (auto& [member, value] : json.members) {
    if (member == name) page.services = std::move(value.items);
  }
  return page;
}

bool is_whole_service(const JsonValue& listed) {
  return std::any_of(listed.members.begin(), listed.members.end(), [](const JsonValue::Member& member) {
    const bool is_own = member.first == "service_at_locations" || member.first == "schedules" ||
                        member.first == "contacts" || member.first == "regular_schedules";
    return is_own && member.second.is(JsonKind::Array) && !member.second.items.empty();
  });
}

}  // namespace alongside::local_offer
