#include "plugins/local_offer/api/open_referral/confidential.hpp"

#include "app/base/letters.hpp"
#include "app/server/json_tree.hpp"
#include "plugins/local_offer/api/open_referral/made_id.hpp"
#include "plugins/local_offer/model/terms.hpp"

#include <algorithm>
#include <string_view>

namespace alongside::local_offer {
namespace {

using server::JsonKind;
using server::JsonValue;

bool has_term(const JsonValue& object, std::string_view word) {
  const JsonValue* attributes = object.find("attributes");
  if (attributes == nullptr) return false;
  return std::any_of(attributes->items.begin(), attributes->items.end(), [&](const JsonValue& attribute) {
    const JsonValue* term = attribute.find("taxonomy_term");
    return term != nullptr &&
           (same_term(trim(term->text_at("name")), word) || same_term(trim(term->text_at("term")), word));
  });
}

bool is_true(const JsonValue& object, std::string_view name) {
  const JsonValue* value = object.find(name);
  return value != nullptr && ((value->is(JsonKind::Boolean) && value->boolean) || same_term(value->text, "true") ||
                              same_term(value->text, "yes"));
}

bool says_confidential(const JsonValue& object) {
  for (const std::string_view name : {"confidential", "is_confidential", "mask_exact_address"}) {
    if (is_true(object, name)) return true;
  }
  return has_term(object, "confidential") || has_term(object, "confidential address");
}

bool has_confidential_address(const JsonValue& location) {
  const JsonValue* addresses = location.find("addresses");
  return addresses != nullptr && std::any_of(addresses->items.begin(), addresses->items.end(), says_confidential);
}

// A place anywhere in a record, whatever the member it stands in is called.
bool is_place(const JsonValue& object) {
  return object.find("addresses") != nullptr || object.find("latitude") != nullptr ||
         object.find("location_type") != nullptr || object.find("longitude") != nullptr;
}

enum class Above : bool { Open, Confidential };

// Calls `act` for each place that is confidential, by its own word, by its link's or by its service's.
template <class Value, class Act>
void for_confidential(Value& value, Above above, const std::set<std::string>* ids, const Act& act) {
  if (value.is(JsonKind::Object)) {
    const bool is_service = value.find("service_at_locations") != nullptr;
    if (is_service ? has_term(value, "confidential address") || is_true(value, "confidential")
                   : says_confidential(value) || has_confidential_address(value))
      above = Above::Confidential;
    const bool is_known = ids != nullptr && ids->contains(id_from(value.text_at("id")));
    if (is_place(value) && (above == Above::Confidential || is_known)) return act(value);
  }
  for (auto& item : value.items) for_confidential(item, above, ids, act);
  for (auto& member : value.members) for_confidential(member.second, above, ids, act);
}

// Letters and digits alone: "NM1 2AB" is also in "…nm12ab…".
std::string squash(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (is_letter_or_digit(c)) out += small_letter(c);
  }
  return out;
}

void add_secrets(const JsonValue& place, std::vector<std::string>& secrets) {
  const JsonValue* addresses = place.find("addresses");
  if (addresses == nullptr) return;
  for (const JsonValue& address : addresses->items) {
    const std::string code = squash(address.text_at("postal_code"));
    if (code.size() >= 5) secrets.push_back(code);
    // A street without a number is in many texts and tells nobody the house.
    const std::string street = squash(address.text_at("address_1"));
    if (street.size() >= 8 && std::any_of(street.begin(), street.end(), is_digit)) secrets.push_back(street);
  }
}

void conceal(JsonValue& place, Concealed& concealed) {
  add_secrets(place, concealed.secrets);
  ++concealed.places;
  constexpr std::string_view kept[] = {"id", "location_type", "accessibility"};
  std::erase_if(place.members, [&](const JsonValue::Member& member) {
    return std::find(std::begin(kept), std::end(kept), member.first) == std::end(kept);
  });
  server::put_member(place, "name", server::json_words("The address is confidential"));
  server::put_member(place, "confidential", server::json_truth(true));
}

}  // namespace

void collect_confidential(const JsonValue& record, std::set<std::string>& ids) {
  for_confidential(record, Above::Open, nullptr, [&](const JsonValue& place) {
    std::string id = id_from(place.text_at("id"));
    if (!id.empty()) ids.insert(std::move(id));
  });
}

Concealed conceal_places(JsonValue& record, const std::set<std::string>& ids) {
  Concealed concealed;
  for_confidential(record, Above::Open, &ids, [&](JsonValue& place) { conceal(place, concealed); });
  return concealed;
}

bool tells(const JsonValue& record, const std::vector<std::string>& secrets) {
  if (secrets.empty()) return false;
  if (record.is(JsonKind::Text)) {
    const std::string text = squash(record.text);
    return std::any_of(secrets.begin(), secrets.end(),
                       [&](const std::string& secret) { return text.find(secret) != std::string::npos; });
  }
  const auto told = [&](const JsonValue& value) { return tells(value, secrets); };
  return std::any_of(record.items.begin(), record.items.end(), told) ||
         std::any_of(record.members.begin(), record.members.end(),
                     [&](const JsonValue::Member& member) { return told(member.second); });
}

}  // namespace alongside::local_offer
