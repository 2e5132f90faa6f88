#include "plugins/local_offer/api/linked_data.hpp"

#include "app/server/json_tree.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace alongside::local_offer {
namespace {

using server::JsonValue;

constexpr std::string_view vocabulary = "https://schema.org";
// Of schema.org's DayOfWeek; Monday is the first.
constexpr std::string_view day_names[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};

JsonValue thing(std::string_view type) {
  JsonValue thing = server::json_object();
  put_member(thing, "@type", server::json_words(type));
  return thing;
}

// What is not known is not said.
void put_words(JsonValue& object, std::string_view name, std::string_view words) {
  if (!words.empty()) put_member(object, name, server::json_words(words));
}

void put_list(JsonValue& object, std::string_view name, JsonValue list) {
  if (!list.items.empty()) put_member(object, name, std::move(list));
}

std::string address_of(std::string_view id) { return "/service/" + std::string(id); }

JsonValue provider(const ServiceDetail& service) {
  JsonValue provider = thing("Organization");
  put_words(provider, "name", service.summary.organisation);
  put_words(provider, "url", service.organisation.website);
  return provider;
}

JsonValue audience(const ServiceSummary& service) {
  JsonValue audience = thing("PeopleAudience");
  if (service.minimum_age) put_member(audience, "suggestedMinAge", server::json_whole(*service.minimum_age));
  if (service.maximum_age) put_member(audience, "suggestedMaxAge", server::json_whole(*service.maximum_age));
  JsonValue needs = server::json_array();
  for (const std::string& need : service.needs) needs.items.push_back(server::json_words(need));
  put_list(audience, "audienceType", std::move(needs));
  return audience;
}

JsonValue postal_address(const Location& location) {
  JsonValue address = thing("PostalAddress");
  std::string street;
  for (const std::string& line : location.address) {
    const bool is_own = line != location.city && line != location.postal_code && line != location.name;
    if (is_own) street += (street.empty() ? "" : ", ") + line;
  }
  put_words(address, "streetAddress", street);
  put_words(address, "addressLocality", location.city);
  put_words(address, "postalCode", location.postal_code);
  put_words(address, "addressCountry", "GB");
  return address;
}

JsonValue channel(const Location& location) {
  JsonValue place = thing("Place");
  put_words(place, "name", location.name);
  put_member(place, "address", postal_address(location));
  JsonValue channel = thing("ServiceChannel");
  put_member(channel, "serviceLocation", std::move(place));
  return channel;
}

std::string clock(std::uint16_t minute) { return fmt::format("{:02}:{:02}", minute / 60, minute % 60); }

// schema.org has no "every second Monday": what is not weekly is left to the page.
bool has_hours(const Schedule& schedule) {
  const auto is_weekly = [](const DayRule& rule) { return rule.nth == 0 && rule.weekday < 7; };
  return schedule.freq == Frequency::Weekly && schedule.interval == 1 && !schedule.byday.empty() && schedule.opens_at &&
         std::all_of(schedule.byday.begin(), schedule.byday.end(), is_weekly);
}

JsonValue hours(const Schedule& schedule) {
  JsonValue hours = thing("OpeningHoursSpecification");
  JsonValue days = server::json_array();
  for (const DayRule& rule : schedule.byday) days.items.push_back(server::json_words(day_names[rule.weekday]));
  put_member(hours, "dayOfWeek", std::move(days));
  put_words(hours, "opens", clock(*schedule.opens_at));
  if (schedule.closes_at) put_words(hours, "closes", clock(*schedule.closes_at));
  if (schedule.valid_from) put_words(hours, "validFrom", schedule.valid_from->iso());
  if (schedule.valid_to) put_words(hours, "validThrough", schedule.valid_to->iso());
  return hours;
}

JsonValue offer(const CostOption& option) {
  JsonValue offer = thing("Offer");
  put_words(offer, "name", option.option);
  const std::int64_t pence = option.amount->pence();
  put_words(offer, "price", fmt::format("{}.{:02}", pence / 100, pence % 100));
  put_words(offer, "priceCurrency", "GBP");
  put_words(offer, "description", option.amount_description);
  return offer;
}

}  // namespace

std::string linked_data(const ServiceDetail& service) {
  JsonValue data = server::json_object();
  put_words(data, "@context", vocabulary);
  put_words(data, "@type", "Service");
  put_words(data, "name", service.summary.name);
  put_words(data, "description", service.summary.summary);
  put_words(data, "url", address_of(service.summary.id));
  put_member(data, "provider", provider(service));
  JsonValue kinds = server::json_array();
  for (const std::string& kind : service.summary.kinds) kinds.items.push_back(server::json_words(kind));
  put_list(data, "serviceType", std::move(kinds));
  put_member(data, "audience", audience(service.summary));
  JsonValue channels = server::json_array();
  for (const Location& location : service.locations) {
    if (location.location_type == LocationType::Physical) channels.items.push_back(channel(location));
  }
  put_list(data, "availableChannel", std::move(channels));
  JsonValue times = server::json_array();
  for (const Schedule& schedule : service.schedules) {
    if (has_hours(schedule)) times.items.push_back(hours(schedule));
  }
  put_list(data, "hoursAvailable", std::move(times));
  JsonValue offers = server::json_array();
  for (const CostOption& option : service.cost_options) {
    if (option.amount) offers.items.push_back(offer(option));
  }
  put_list(data, "offers", std::move(offers));
  return write_json(data);
}

std::string linked_data(std::span<const ServiceSummary* const> found) {
  JsonValue data = server::json_object();
  put_words(data, "@context", vocabulary);
  put_words(data, "@type", "ItemList");
  JsonValue items = server::json_array();
  for (const ServiceSummary* service : found) {
    JsonValue item = thing("ListItem");
    put_member(item, "position", server::json_whole(static_cast<std::int64_t>(items.items.size() + 1)));
    put_words(item, "name", service->name);
    put_words(item, "url", address_of(service->id));
    items.items.push_back(std::move(item));
  }
  put_member(data, "itemListElement", std::move(items));
  return write_json(data);
}

}  // namespace alongside::local_offer
