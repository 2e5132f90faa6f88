#include "app/server/family/family_file.hpp"

#include "app/server/family/family_words.hpp"
#include "app/server/json_fields.hpp"
#include "app/server/mail/mail_address.hpp"

#include <algorithm>

namespace alongside::server {

namespace {

constexpr std::string_view id_rule = "write an id, like \"7d0c1f8e-3b52-4a6f-9d1e-5c2a8b7f4e60\"";
constexpr std::string_view date_rule = "write a date, like \"2026-11-22\"";
constexpr std::string_view role_rule = "write \"parent\", \"carer\", \"helper\" or \"young_person\"";
constexpr std::string_view facet_rule =
    "write money, plan, visits, files, care_notes, school, address, phone, email, workers or diary, in quotes";
constexpr std::string_view level_rule = "write \"see\" or \"change\"";
constexpr std::string_view email_rule =
    "write an email address, like \"sam@family.example\", or \"\" when there is none any more";
constexpr std::string_view emails_rule = "write \"off\", \"en\" or \"cy\"";
constexpr std::string_view flag_rule = "write true or false";

template <class AnyId>
AnyId read_id(JsonFields& fields, std::string_view key) {
  const std::string text = fields.text(key, {36, id_rule});
  const auto id = AnyId::parse(text);
  const bool good = id && !id->is_nil();
  if (!text.empty() && !good) fields.mistake(key, id_rule);
  return good ? id.value() : AnyId{};
}

Date read_date(JsonFields& fields, std::string_view key) {
  const std::string text = fields.text(key, {10, date_rule});
  const auto date = Date::parse(text);
  if (!text.empty() && !date) fields.mistake(key, date_rule);
  return date ? date.value() : Date{};
}

Date read_last_day(JsonFields& fields, const JsonValue& item) {
  if (item.find("until") == nullptr) return last_date;
  return read_date(fields, "until");
}

bool read_flag(JsonFields& fields, std::string_view key) {
  const JsonValue* value = fields.optional(key);
  if (value == nullptr) return false;
  if (!value->is(JsonKind::Boolean)) fields.mistake(key, flag_rule);
  return value->boolean;
}

template <class Enum>
Enum read_word(JsonFields& fields, std::string_view key, std::optional<Enum> (*named)(std::string_view),
               std::string_view rule) {
  const std::string word = fields.text(key, {20, rule});
  const auto meant = named(word);
  if (!word.empty() && !meant) fields.mistake(key, rule);
  return meant.value_or(Enum{});
}

std::vector<wire::Facet> read_facets(JsonFields& fields, std::string_view key) {
  std::vector<wire::Facet> facets;
  for (const JsonValue& item : fields.array(key, 1, wire::facet_count)) {
    const auto facet = facet_named(item.text);
    if (facet) facets.push_back(*facet);
    if (!facet) fields.mistake(key, facet_rule);
  }
  return facets;
}

class Reader {
 public:
  explicit Reader(JsonMistakes& mistakes) : mistakes_(mistakes) {}

  FamilyFile read(const JsonValue& json) {
    JsonFields fields(json, "", mistakes_);
    const auto& households = fields.array("households", 1, 10'000);
    for (std::size_t i = 0; i < households.size(); ++i) household(households[i], path_of("", "households", i));
    fields.finish();
    check_people();
    return std::move(file_);
  }

 private:
  static std::string path_of(const std::string& before, const char* key, std::size_t i) {
    return before + (before.empty() ? "" : ".") + key + "[" + std::to_string(i) + "]";
  }

  void household(const JsonValue& json, const std::string& path) {
    JsonFields fields(json, path, mistakes_);
    const auto id = read_id<HouseholdId>(fields, "id");
    file_.households.push_back({id, read_flag(fields, "demo") ? DemoFamily::Yes : DemoFamily::No});
    const auto& people = fields.array("people", 0, 100);
    for (std::size_t i = 0; i < people.size(); ++i) {
      file_.people.push_back(person(id, JsonFields(people[i], path_of(path, "people", i), mistakes_)));
    }
    const auto& children = fields.array("children", 0, 30);
    for (std::size_t i = 0; i < children.size(); ++i) child(id, children[i], path_of(path, "children", i));
    fields.finish();
  }

  static FilePerson person(HouseholdId household, JsonFields fields) {
    FilePerson person{household, read_id<PersonId>(fields, "id"), fields.text("name")};
    if (const JsonValue* email = fields.optional("email")) {
      person.email = email->text;
      const bool good = email->is(JsonKind::Text) && (email->text.empty() || is_mail_address(email->text));
      if (!good) fields.mistake("email", email_rule);
    }
    if (const JsonValue* emails = fields.optional("emails")) {
      person.emails = mail_wish_named(emails->text);
      if (!person.emails) fields.mistake("emails", emails_rule);
    }
    fields.finish();
    return person;
  }

  void child(HouseholdId household, const JsonValue& json, const std::string& path) {
    JsonFields fields(json, path, mistakes_);
    FileChild child;
    child.subject = {household, read_id<SubjectId>(fields, "id")};
    child.name = fields.text("name");
    child.born = read_date(fields, "born");
    const auto& around = fields.array("around", 0, 50);
    for (std::size_t i = 0; i < around.size(); ++i) relationship(child, around[i], path_of(path, "around", i));
    const auto& shares = fields.array("shares", 0, 500);
    for (std::size_t i = 0; i < shares.size(); ++i) share(child, shares[i], path_of(path, "shares", i));
    fields.finish();
    file_.children.push_back(std::move(child));
  }

  void relationship(const FileChild& child, const JsonValue& json, const std::string& path) {
    JsonFields fields(json, path, mistakes_);
    Relationship found;
    found.child = child.subject;
    found.person = read_id<PersonId>(fields, "person");
    found.role = read_word(fields, "role", role_named, role_rule);
    if (read_flag(fields, "parental_responsibility")) found.responsibility = Responsibility::Parental;
    if (json.find("scope") != nullptr) {
      found.scope = bit_of(wire::Facet::Own);
      for (const wire::Facet facet : read_facets(fields, "scope")) found.scope |= bit_of(facet);
    }
    found.from = read_date(fields, "from");
    found.until = read_last_day(fields, json);
    if (read_flag(fields, "restricted")) found.restriction = Restriction::Protective;
    fields.finish();
    named_.push_back({found.person, fields.path_of("person")});
    file_.relationships.push_back(found);
  }

  void share(const FileChild& child, const JsonValue& json, const std::string& path) {
    JsonFields fields(json, path, mistakes_);
    ShareGrant grant;
    grant.subject = child.subject;
    grant.owner = read_id<PersonId>(fields, "owner");
    grant.viewer = read_id<PersonId>(fields, "viewer");
    grant.level = read_word(fields, "level", level_named, level_rule);
    grant.from = read_date(fields, "from");
    grant.until = read_last_day(fields, json);
    for (const wire::Facet facet : read_facets(fields, "facets")) {
      grant.facet = facet;
      file_.shares.push_back(grant);
    }
    fields.finish();
    if (grant.owner == grant.viewer) mistakes_.add(path, "owner and viewer are two people");
    for (const char* key : {"owner", "viewer"}) {
      const PersonId person = key == std::string_view("owner") ? grant.owner : grant.viewer;
      const auto by_child = [&](const Relationship& one) { return one.child == child.subject && one.person == person; };
      const bool known = std::any_of(file_.relationships.begin(), file_.relationships.end(), by_child);
      if (!known && !person.is_nil()) fields.mistake(key, "name somebody who is around this child");
    }
  }

  void check_people() {
    for (const auto& [person, path] : named_) {
      const auto is_they = [&person = person](const FilePerson& one) { return one.id == person; };
      const bool known = std::any_of(file_.people.begin(), file_.people.end(), is_they);
      if (!known && !person.is_nil()) mistakes_.add(path, "name one of the people in this file");
    }
  }

  struct Named {
    PersonId person;
    std::string path;
  };

  JsonMistakes& mistakes_;
  FamilyFile file_;
  std::vector<Named> named_;
};

}  // namespace

Result<FamilyFile> parse_family_file(const JsonValue& json) {
  JsonMistakes mistakes;
  FamilyFile file = Reader(mistakes).read(json);
  if (!mistakes.none()) return Error{ErrorCode::InvalidInput, mistakes.report()};
  return file;
}

}  // namespace alongside::server
