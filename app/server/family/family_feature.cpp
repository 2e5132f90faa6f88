#include "app/server/family/family_feature.hpp"

#include "app/server/family/birthday_notices.hpp"
#include "app/server/family/family_file.hpp"
#include "app/server/family/family_import.hpp"
#include "app/server/family/family_personal.hpp"
#include "app/server/family/family_tables.hpp"
#include "app/server/family/standing_verbs.hpp"
#include "app/server/feature.hpp"
#include "app/server/sync/system_chance.hpp"

namespace alongside::server {

namespace {

constexpr JsonLimits households_limits{16 * 1024 * 1024, 16};

// Where the council names its staff, two of them end a restriction, and no file does.
Result<void> check_lifts_nobody(Database& database, const FamilyFile& file) {
  for (const Relationship& one : file.relationships) {
    const auto now = ALONGSIDE_TRY(find_relationship(database, one.child, one.person));
    if (!now || now->restriction == Restriction::None || one.restriction == now->restriction) continue;
    return Error{ErrorCode::Conflict, "nothing was changed: the file would end the restriction of " +
                                          one.person.text() +
                                          ". Write it into the file, or end it with household lift"};
  }
  return {};
}

class FamilyFeature final : public Feature {
 public:
  explicit FamilyFeature(const FeatureContext& context) : context_(context) {}

  std::string_view id() const override { return "family"; }
  std::span<const Migration> migrations() const override { return family_migrations(); }
  void personal(PersonalTables& tables) override { add_family_personal(tables); }

  void verbs(Verbs& verbs) override {
    verbs.add(Role::Households, {"household",
                                 "import",
                                 "Read households, people, children and what they share from a file.",
                                 {{"FILE", "a JSON file, such as family.json", VerbArgumentKind::Path}},
                                 [this](std::span<const std::string> arguments) { return import(arguments[0]); }});
    verbs.add(
        Role::Households,
        {"household",
         "birthdays",
         "Tell families what a 16th and an 18th birthday change, before and on the day, each once. For \"every_day\".",
         {},
         [this](std::span<const std::string>) { return tell_birthdays(context_, chance_); }});
    add_standing_verbs(verbs, context_);
  }

 private:
  Result<std::string> import(const std::string& path) {
    const JsonValue json = ALONGSIDE_TRY(read_json_file(path, households_limits));
    const auto file = parse_family_file(json);
    if (!file) return Error{file.error().code, path + ":\n" + file.error().detail};
    if (!context_.council.staff.empty()) ALONGSIDE_TRY(check_lifts_nobody(context_.database, file.value()));
    return ALONGSIDE_TRY(import_family(context_.database, context_.documents, chance_, file.value())).text();
  }

  FeatureContext context_;
  SystemChance chance_;
};

}  // namespace

std::unique_ptr<Feature> make_family_feature(const FeatureContext& context) {
  return std::make_unique<FamilyFeature>(context);
}

}  // namespace alongside::server
