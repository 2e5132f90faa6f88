#include "plugins/local_offer/api/feeds/version_one.hpp"

#include "app/base/id.hpp"
#include "app/base/letters.hpp"
#include "app/base/text.hpp"
#include "app/server/json_tree.hpp"
#include "plugins/local_offer/api/feeds/json_items.hpp"
#include "plugins/local_offer/api/feeds/version_one_schedule.hpp"
#include "plugins/local_offer/api/open_referral/made_id.hpp"
#include "plugins/local_offer/api/same_json.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <utility>

namespace alongside::local_offer {
namespace {

using server::JsonKind;
using server::JsonValue;
using Notes = std::vector<std::string>;

constexpr std::string_view only_in_one[] = {
    "eligibilitys",      "service_taxonomys", "regular_schedules",         "regular_schedule",
    "holiday_schedules", "holiday_schedule",  "holidayScheduleCollection", "fundings",
    "link_taxonomys",    "deliverable_type",  "attending_access",          "reviews"};
// What becomes something else below, and is not kept under its old name.
constexpr std::string_view said_otherwise[] = {"eligibilitys",
                                               "service_taxonomys",
                                               "regular_schedules",
                                               "regular_schedule",
                                               "holiday_schedules",
                                               "holiday_schedule",
                                               "holidayScheduleCollection",
                                               "fundings",
                                               "link_taxonomys",
                                               "reviews",
                                               "organization",
                                               "service_at_locations",
                                               "languages",
                                               "service_areas",
                                               "cost_options",
                                               "pc_targetAudience",
                                               "status",
                                               "id",
                                               "accessibility_for_disabilities",
                                               "deliverable_type",
                                               "attending_access",
                                               "attending_type"};

template <std::size_t size>
bool is_one_of(const std::string_view (&names)[size], std::string_view name) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

// Feeds of version 1 write numbers as text, too.
std::optional<double> number_in(const JsonValue& object, std::string_view name) {
  const JsonValue* value = object.find(name);
  if (value == nullptr) return std::nullopt;
  if (value->is_number()) return value->real;
  if (!value->is(JsonKind::Text) || trim(value->text).empty()) return std::nullopt;
  char* end = nullptr;
  const double number = std::strtod(value->text.c_str(), &end);
  return *end == '\0' ? std::optional(number) : std::nullopt;
}

JsonValue json_real(double number) {
  JsonValue value;
  value.kind = JsonKind::Real;
  value.real = number;
  return value;
}

JsonValue with_name(JsonValue object, std::string_view from, std::string_view to) {
  for (auto& [name, value] : object.members) {
    if (name == from) name = to;
  }
  return object;
}

// A service's word from a vocabulary is an attribute with a term from a taxonomy.
void add_old_terms(JsonValue& attributes, const JsonValue& object, std::string_view list, std::string_view link_type) {
  for (const JsonValue& item : list_at(object, list)) {
    const JsonValue* taxonomy = item.find("taxonomy");
    const JsonValue& from = taxonomy != nullptr && taxonomy->is(JsonKind::Object) ? *taxonomy : item;
    if (trim(from.text_at("name")).empty()) continue;
    JsonValue term = server::json_object();
    put_said(term, "id", from.text_at("id"));
    put_said(term, "name", from.text_at("name"));
    put_said(term, "taxonomy", from.text_at("vocabulary"));
    JsonValue attribute = server::json_object();
    put_said(attribute, "id", item.text_at("id"));
    put_said(attribute, "link_type", link_type);
    server::put_member(attribute, "taxonomy_term", std::move(term));
    attributes.items.push_back(std::move(attribute));
  }
}

void add_word(JsonValue& attributes, std::string_view taxonomy, std::string_view word) {
  if (trim(word).empty()) return;
  JsonValue term = server::json_object();
  put_said(term, "name", word);
  put_said(term, "taxonomy", taxonomy);
  JsonValue attribute = server::json_object();
  put_said(attribute, "link_type", "service");
  server::put_member(attribute, "taxonomy_term", std::move(term));
  attributes.items.push_back(std::move(attribute));
}

void put_attributes(JsonValue& to, const JsonValue& from) {
  JsonValue attributes = server::json_array();
  for (const JsonValue& item : list_at(from, "attributes")) attributes.items.push_back(item);
  for (const std::string_view list : {"service_taxonomys", "link_taxonomys"})
    add_old_terms(attributes, from, list, "service");
  for (const JsonValue& eligibility : list_at(from, "eligibilitys")) {
    for (const std::string_view list : {"taxonomys", "link_taxonomys"})
      add_old_terms(attributes, eligibility, list, "eligibility");
  }
  for (const JsonValue& audience : list_at(from, "pc_targetAudience"))
    add_word(attributes, "Target audience", audience.text_at("audienceType"));
  add_word(attributes, "Deliverable type", from.text_at("deliverable_type"));
  add_word(attributes, "Attending type", from.text_at("attending_type"));
  add_word(attributes, "Attending access", from.text_at("attending_access"));
  put_items(to, "attributes", std::move(attributes));
}

// Several eligibilities are several ways in: the youngest and the oldest of them all. 0 to 0 is how some feeds leave
// ages out.
void put_eligibility(JsonValue& to, const JsonValue& from) {
  std::string words;
  std::optional<double> youngest, oldest;
  bool is_open_below = false, is_open_above = false;
  for (const JsonValue& item : list_at(from, "eligibilitys")) {
    const std::string text(trim(item.text_at("eligibility")));
    if (!text.empty()) words += (words.empty() ? "" : "\n") + text;
    const auto least = number_in(item, "minimum_age"), most = number_in(item, "maximum_age");
    const bool has_most = most && *most > 0 && *most < 120;
    is_open_below |= !least || *least <= 0;
    is_open_above |= !has_most;
    if (least && *least > 0) youngest = std::min(youngest.value_or(*least), *least);
    if (has_most) oldest = std::max(oldest.value_or(*most), *most);
  }
  if (!words.empty() && from.find("eligibility_description") == nullptr) put_said(to, "eligibility_description", words);
  if (youngest && !is_open_below) server::put_member(to, "minimum_age", json_real(*youngest));
  if (oldest && !is_open_above) server::put_member(to, "maximum_age", json_real(*oldest));
}

// The same hours may stand at the service and at each of its places.
void add_schedule(JsonValue& schedules, JsonValue schedule) {
  const auto without_id = [](JsonValue value) {
    server::remove_member(value, "id");
    return value;
  };
  const JsonValue bare = without_id(schedule);
  if (bare.members.empty()) return;
  const bool is_known = std::any_of(schedules.items.begin(), schedules.items.end(),
                                    [&](const JsonValue& known) { return same_json(without_id(known), bare); });
  if (!is_known) schedules.items.push_back(std::move(schedule));
}

void add_schedules(JsonValue& schedules, const JsonValue& from, Notes& notes) {
  for (const std::string_view list : {"regular_schedules", "regular_schedule"}) {
    for (const JsonValue& item : list_at(from, list)) add_schedule(schedules, regular_schedule(item, notes));
  }
  for (const std::string_view list : {"holiday_schedules", "holiday_schedule", "holidayScheduleCollection"}) {
    for (const JsonValue& item : list_at(from, list)) add_schedule(schedules, holiday_schedule(item, notes));
  }
}

void put_schedules(JsonValue& to, const JsonValue& from, Notes& notes) {
  JsonValue schedules = server::json_array();
  add_schedules(schedules, from, notes);
  for (const JsonValue& at : list_at(from, "service_at_locations")) add_schedules(schedules, at, notes);
  put_items(to, "schedules", std::move(schedules));
}

// 0, 0 in the sea is how some feeds leave a point out.
void put_point(JsonValue& to, const JsonValue& from) {
  const auto latitude = number_in(from, "latitude"), longitude = number_in(from, "longitude");
  if (latitude.value_or(0) == 0 && longitude.value_or(0) == 0) return;
  if (latitude) server::put_member(to, "latitude", json_real(*latitude));
  if (longitude) server::put_member(to, "longitude", json_real(*longitude));
}

JsonValue version_one_place(const JsonValue& from) {
  constexpr std::string_view other[] = {"latitude",         "longitude",        "physical_addresses",
                                        "link_taxonomys",   "regular_schedule", "accessibility_for_disabilities",
                                        "holiday_schedule", "location_type"};
  JsonValue to = server::json_object();
  for (const auto& [name, value] : from.members) {
    if (!is_one_of(other, name)) server::put_member(to, name, value);
  }
  const std::string_view type = from.text_at("location_type");
  put_said(to, "location_type", type.empty() ? "physical" : type);
  put_point(to, from);
  JsonValue addresses = server::json_array();
  for (const JsonValue& item : list_at(from, "physical_addresses")) {
    addresses.items.push_back(item);
    put_said(addresses.items.back(), "address_type", "physical");
  }
  put_items(to, "addresses", std::move(addresses));
  JsonValue access = server::json_array();
  for (const JsonValue& item : list_at(from, "accessibility_for_disabilities"))
    access.items.push_back(with_name(item, "accessibility", "description"));
  put_items(to, "accessibility", std::move(access));
  JsonValue attributes = server::json_array();
  add_old_terms(attributes, from, "link_taxonomys", "location");
  put_items(to, "attributes", std::move(attributes));
  return to;
}

void put_places(JsonValue& to, const JsonValue& from) {
  JsonValue places = server::json_array();
  for (const JsonValue& at : list_at(from, "service_at_locations")) {
    const JsonValue* location = at.find("location");
    // Some write the place itself where its link should be.
    const bool is_place = location == nullptr && (at.find("physical_addresses") != nullptr || at.find("latitude"));
    if (location == nullptr && !is_place) continue;
    JsonValue place = server::json_object();
    for (const auto& [name, value] : at.members) {
      const bool is_flag = name == "confidential" || name == "mask_exact_address" || name == "attributes";
      const bool is_kept = is_place ? name == "id" || is_flag : name != "location" && !is_one_of(said_otherwise, name);
      if (name == "id" || is_kept) server::put_member(place, name, value);
    }
    server::put_member(place, "location", version_one_place(is_place ? at : *location));
    places.items.push_back(std::move(place));
  }
  put_items(to, "service_at_locations", std::move(places));
}

void put_renamed(JsonValue& to, const JsonValue& from, std::string_view list, std::string_view name,
                 std::pair<std::string_view, std::string_view> member) {
  JsonValue items = server::json_array();
  for (const JsonValue& item : list_at(from, list)) items.items.push_back(with_name(item, member.first, member.second));
  put_items(to, name, std::move(items));
}

void put_costs(JsonValue& to, const JsonValue& from, Notes& notes) {
  JsonValue costs = server::json_array();
  for (JsonValue item : list_at(from, "cost_options")) {
    const auto amount = number_in(item, "amount");
    const JsonValue* written = item.find("amount");
    if (!amount && written != nullptr && !server::is_empty(*written))
      notes.push_back("an amount of cost_options is not a number; left out");
    server::remove_member(item, "amount");
    if (amount) server::put_member(item, "amount", json_real(*amount));
    costs.items.push_back(std::move(item));
  }
  put_items(to, "cost_options", std::move(costs));
}

void put_organisation(JsonValue& to, const JsonValue& from) {
  const JsonValue* organisation = from.find("organization");
  if (organisation == nullptr || !organisation->is(JsonKind::Object)) return;
  const bool has_website = organisation->find("website") != nullptr;
  server::put_member(to, "organization", has_website ? *organisation : with_name(*organisation, "url", "website"));
}

std::string version_one_status(const JsonValue& from) {
  std::string status(trim(from.text_at("status")));
  for (char& c : status) c = small_letter(c);
  return status;
}

}  // namespace

bool is_version_one(const JsonValue& record) {
  const auto has_old_place = [](const JsonValue& at) {
    const JsonValue* location = at.find("location");
    return location != nullptr && location->find("physical_addresses") != nullptr;
  };
  const auto& places = list_at(record, "service_at_locations");
  return std::any_of(record.members.begin(), record.members.end(),
                     [](const JsonValue::Member& member) { return is_one_of(only_in_one, member.first); }) ||
         std::any_of(places.begin(), places.end(), has_old_place);
}

std::string version_one_id(const JsonValue& record, std::string_view feed) {
  const JsonValue* value = record.find("id");
  if (value == nullptr) return {};
  const std::string id(value->is(JsonKind::Integer) ? std::to_string(value->integer) : trim(value->text));
  if (id.empty()) return {};
  const auto uuid = parse_uuid(id);
  return uuid.ok() ? uuid_text(uuid.value()) : made_id("service", std::string(feed) + "\n" + id);
}

JsonValue to_version_three(const JsonValue& record, std::string_view feed, Notes& notes) {
  if (!record.is(JsonKind::Object)) return record;
  JsonValue to = server::json_object();
  put_said(to, "id", version_one_id(record, feed));
  for (const auto& [name, value] : record.members) {
    if (!is_one_of(said_otherwise, name) && !server::is_empty(value)) server::put_member(to, name, value);
  }
  put_said(to, "status", version_one_status(record));
  put_organisation(to, record);
  put_eligibility(to, record);
  put_attributes(to, record);
  put_schedules(to, record, notes);
  put_places(to, record);
  put_costs(to, record, notes);
  put_renamed(to, record, "fundings", "funding", {"source", "source"});
  put_renamed(to, record, "languages", "languages", {"language", "name"});
  put_renamed(to, record, "service_areas", "service_areas", {"service_area", "name"});
  if (!list_at(record, "reviews").empty()) notes.emplace_back("its reviews are not taken");
  return to;
}

}  // namespace alongside::local_offer
