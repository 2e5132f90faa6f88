#include "plugins/local_offer/api/open_referral/record_cleaning.hpp"

#include "app/base/letters.hpp"
#include "app/base/text.hpp"
#include "app/server/json_tree.hpp"
#include "plugins/local_offer/api/open_referral/field_cleaning.hpp"
#include "plugins/local_offer/api/open_referral/made_id.hpp"
#include "plugins/local_offer/api/open_referral/profile.hpp"
#include "plugins/local_offer/api/open_referral/send_terms.hpp"
#include "plugins/local_offer/api/place_point.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace alongside::local_offer {
namespace {

using server::JsonKind;
using server::JsonValue;
using Kept = std::optional<JsonValue>;

std::optional<double> number_at(const JsonValue& object, std::string_view name) {
  const JsonValue* value = object.find(name);
  return value != nullptr && value->is_number() ? std::optional(value->real) : std::nullopt;
}

// Whether the feed's readers would pass over this object: then nobody else gets it either.
bool is_passed_over(RecordKind kind, const JsonValue& object) {
  switch (kind) {
    case RecordKind::ServiceAtLocation: {
      const JsonValue* place = object.find("location");
      return place != nullptr && place_point(number_at(*place, "latitude"), number_at(*place, "longitude")).is_fault();
    }
    case RecordKind::Phone: return !is_phone_number(object.text_at("number"));
    case RecordKind::TaxonomyTerm: return object.text_at("name").empty();
    case RecordKind::Attribute: return object.find("taxonomy_term") == nullptr;
    case RecordKind::OrganizationIdentifier: return object.text_at("identifier").empty();
    default: return false;
  }
}

// One address and nothing else. Words that lead to one are words.
bool is_address(std::string_view text) {
  const std::string_view scheme = text.substr(0, text.find("://"));
  if (text.find_first_of(" \n\t") != std::string_view::npos) return false;
  return scheme.size() < text.size() && !scheme.empty() &&
         std::ranges::all_of(
             scheme,
             [](char c) { return is_letter_or_digit(c) || std::string_view("+-.").find(c) != std::string_view::npos; });
}

// Its marks may hide an address, and what is served has to be taken back as it is.
std::string unknown_text(std::string_view text) {
  if (is_address(trim(text))) return clean_web_address(text);
  std::string words = clean_words(text);
  return is_address(words) ? clean_web_address(words) : words;
}

class Cleaner {
 public:
  Cleaner(Date today, std::string service_id) : today_(today), service_id_(std::move(service_id)) {}

  JsonValue object(RecordKind kind, const JsonValue& from, const std::string& path) const {
    JsonValue to = server::json_object();
    for (const auto& [name, value] : from.members) {
      const ProfileMember* member = find_member(kind, name);
      Kept kept = member == nullptr ? unknown(value) : known(*member, value, path + "." + name);
      if (kept && !server::is_empty(*kept)) to.members.emplace_back(name, std::move(*kept));
    }
    if (kind == RecordKind::TaxonomyTerm) complete_term(to);
    return with_required(kind, std::move(to), path);
  }

 private:
  Kept known(const ProfileMember& member, const JsonValue& value, const std::string& path) const {
    if (member.type == MemberType::List) return list(member.kind, value, path);
    if (member.type != MemberType::Object) return clean_field(member, value, today_);
    if (!value.is(JsonKind::Object)) return std::nullopt;
    JsonValue cleaned = object(member.kind, value, path);
    return is_passed_over(member.kind, cleaned) ? std::nullopt : Kept(std::move(cleaned));
  }

  Kept list(RecordKind kind, const JsonValue& value, const std::string& path) const {
    if (!value.is(JsonKind::Array)) return std::nullopt;
    JsonValue to = server::json_array();
    for (const JsonValue& item : value.items) {
      if (!item.is(JsonKind::Object)) continue;
      JsonValue cleaned = object(kind, item, path + "[" + std::to_string(to.items.size()) + "]");
      if (!is_passed_over(kind, cleaned)) to.items.push_back(std::move(cleaned));
    }
    return to;
  }

  // What the profile does not name: as it is, but without marks and without what is empty.
  Kept unknown(const JsonValue& value) const {
    JsonValue to = value;
    if (value.is(JsonKind::Text)) to.text = unknown_text(value.text);
    to.items.clear();
    to.members.clear();
    for (const JsonValue& item : value.items) {
      if (Kept kept = unknown(item); kept && !server::is_empty(*kept)) to.items.push_back(std::move(*kept));
    }
    for (const auto& [name, member] : value.members) {
      if (Kept kept = unknown(member); kept && !server::is_empty(*kept))
        to.members.emplace_back(name, std::move(*kept));
    }
    return to;
  }

  static void complete_term(JsonValue& term) {
    if (term.text_at("name").empty() && !term.text_at("term").empty())
      server::put_member(term, "name", server::json_words(term.text_at("term")));
    if (term.text_at("description").empty() && !term.text_at("name").empty())
      server::put_member(term, "description", server::json_words(term.text_at("name")));
    const std::string taxonomy(term.text_at("taxonomy"));
    if (taxonomy.empty()) return;
    if (term.text_at("taxonomy_id").empty())
      server::put_member(term, "taxonomy_id", server::json_words(made_id("taxonomy", taxonomy)));
    const std::string uri = send_term_uri(taxonomy, term.text_at("name"));
    if (term.text_at("term_uri").empty() && !uri.empty()) server::put_member(term, "term_uri", server::json_words(uri));
  }

  JsonValue with_required(RecordKind kind, JsonValue object, const std::string& path) const {
    for (const ProfileMember& member : members_of(kind)) {
      if (!member.required || object.find(member.name) != nullptr) continue;
      if (member.type == MemberType::OwnId)
        object.members.emplace(object.members.begin(), "id", server::json_words(new_id(kind, object, path)));
      else
        object.members.emplace_back(member.name, server::json_words(member.filler));
    }
    return object;
  }

  // The same organisation and the same term have one id, whichever service speaks of them.
  std::string new_id(RecordKind kind, const JsonValue& object, const std::string& path) const {
    if (kind == RecordKind::Organization) return made_id("organization", object.text_at("name"));
    if (kind == RecordKind::TaxonomyTerm)
      return made_id("term", std::string(object.text_at("taxonomy")) + "\n" + std::string(object.text_at("name")));
    return made_id("id", service_id_ + path);
  }

  Date today_;
  std::string service_id_;
};

}  // namespace

JsonValue clean_record(const JsonValue& record, Date today) {
  const Cleaner cleaner(today, id_from(record.text_at("id")));
  return cleaner.object(RecordKind::Service, record, "");
}

}  // namespace alongside::local_offer
