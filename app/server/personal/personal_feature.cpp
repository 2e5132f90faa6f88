#include "app/server/personal/personal_feature.hpp"

#include "app/base/clock.hpp"
#include "app/server/database.hpp"
#include "app/server/id_column.hpp"
#include "app/server/personal/erasure_verbs.hpp"
#include "app/server/personal/export_folder.hpp"
#include "app/server/personal/held_json.hpp"
#include "app/server/personal/held_page.hpp"
#include "app/server/reply.hpp"
#include "app/server/sync/system_chance.hpp"
#include "app/server/vault/vault.hpp"

#include <string>

namespace alongside::server {

namespace {

using Arguments = std::span<const std::string>;

constexpr std::string_view page_route = "/api/everything/page";
constexpr std::string_view data_route = "/api/everything/data";

class PersonalFeature final : public Feature {
 public:
  PersonalFeature(const FeatureContext& context, const PersonalTables& tables) : context_(context), tables_(tables) {}

  std::string_view id() const override { return "personal"; }

  void personal(PersonalTables& tables) override {
    tables.about_nobody("migration", "which tables there are");
    tables.about_nobody("readiness_probe", "when the server last tried to write");
  }

  void access(AccessTable& table) override {
    table.signed_in("GET " + std::string(page_route));
    table.signed_in("GET " + std::string(data_route));
  }

  void routes(Router& router) override {
    router.get(page_route, [this](const Request& request) { return page(request); });
    router.get(data_route, [this](const Request& request) { return data(request); });
  }

  void verbs(Verbs& verbs) override {
    verbs.add(Role::Households,
              {"household",
               "export",
               "Write everything that is held about a person, as they may see it, into a new folder.",
               {{"PERSON", "their id"},
                {"FOLDER", "a new folder: a page to read, a file for programs, photos", VerbArgumentKind::Path},
                {"--welsh", "the page in Welsh", VerbArgumentKind::Text, VerbArgumentUse::Flag}},
               [this](Arguments arguments) { return write_folder(arguments); }});
    add_erasure_verbs(verbs, context_, tables_);
    verbs.add_public(Role::Anybody,
                     {"vault",
                      "make-key",
                      "Make a key under which what people write is sealed; keep it, and a copy elsewhere.",
                      {{"FILE", "a new file, readable by the server alone", VerbArgumentKind::Path}},
                      [](Arguments arguments) -> Result<std::string> {
                        SystemChance chance;
                        ALONGSIDE_TRY(make_vault_key(arguments[0], chance));
                        return "A key is in " + arguments[0] + ". Whoever loses it loses all that is sealed.\n";
                      },
                      VerbNeeds::Nothing});
  }

 private:
  Result<EverythingHeld> held_about(PersonId person, HouseholdId household, Language language) {
    const PersonalContext asked{
        context_.database, context_.documents, context_.access, context_.clock, context_.council, person, household};
    return tell_everything(tables_, asked, language);
  }

  Response page(const Request& request) {
    const auto held = held_about(request.actor.person, request.actor.household, request.language);
    if (!held) return problem(request, held.error());
    Response response;
    response.content_type = "text/html; charset=utf-8";
    response.disposition = "attachment; filename=\"everything.html\"";
    response.body = held_page(held.value(), context_.council);
    return response;
  }

  Response data(const Request& request) {
    const auto held = held_about(request.actor.person, request.actor.household, request.language);
    if (!held) return problem(request, held.error());
    auto json = held_json(context_.database, held.value(), HeldFiles::Inside);
    if (!json) return problem(request, json.error());
    Response response;
    response.content_type = json_type;
    response.disposition = "attachment; filename=\"everything.json\"";
    response.body = std::move(json).value();
    return response;
  }

  Result<HouseholdId> household_of(PersonId person) {
    auto row = ALONGSIDE_TRY(context_.database.prepare("SELECT household FROM person WHERE id = ?1"));
    if (ALONGSIDE_TRY(bind_id(row, 1, person).step()) == Step::Done) {
      return Error{ErrorCode::NotFound, "there is nobody with this id"};
    }
    return column_id<HouseholdId>(row, 0);
  }

  Result<std::string> write_folder(Arguments arguments) {
    const auto person = PersonId::parse(arguments[0]);
    if (!person) return Error{ErrorCode::InvalidInput, "PERSON: write their id"};
    const HouseholdId household = ALONGSIDE_TRY(household_of(person.value()));
    const Language language = arguments[2].empty() ? Language::English : Language::Welsh;
    const auto held = ALONGSIDE_TRY(held_about(person.value(), household, language));
    ALONGSIDE_TRY(export_folder(context_.database, held, context_.council, arguments[1]));
    std::size_t things = 0;
    for (const HeldSection& section : held.sections) things += section.items.size();
    return "Written to " + arguments[1] + ": " + std::to_string(things) + " things and " +
           std::to_string(held.files.size()) +
           " photos or letters. Look through it before you hand it over: it is as the person may see it.\n";
  }

  FeatureContext context_;
  const PersonalTables& tables_;
};

}  // namespace

std::unique_ptr<Feature> make_personal_feature(const FeatureContext& context, const PersonalTables& tables) {
  return std::make_unique<PersonalFeature>(context, tables);
}

}  // namespace alongside::server
