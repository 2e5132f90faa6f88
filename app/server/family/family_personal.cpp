#include "app/server/family/family_personal.hpp"

#include "app/base/clock.hpp"
#include "app/server/database.hpp"
#include "app/server/id_column.hpp"
#include "app/server/personal/personal_tables.hpp"
#include "app/server/session/session_info.hpp"

namespace alongside::server {

namespace {

constexpr Sentence section_title{"You and your family", "Chi a'ch teulu"};

Sentence role_words(wire::FamilyRole role) {
  switch (role) {
    case wire::FamilyRole::Parent: return {"a parent", "rhiant"};
    case wire::FamilyRole::Carer: return {"a carer", "gofalwr"};
    case wire::FamilyRole::Helper: return {"a helper", "cynorthwyydd"};
    case wire::FamilyRole::YoungPerson: return {"the young person", "y person ifanc"};
  }
  return {"", ""};
}

HeldItem item_of(const Sentence& title, HeldWords& words, std::string json) {
  return {std::string(title.in(words.language())), words.take(), std::move(json)};
}

std::string person_json(const std::string& name, const std::string& email) {
  std::string json;
  wire::JsonWriter writer(json);
  writer.open('{');
  writer.key("name");
  writer.text(name);
  writer.key("email");
  writer.text(email);
  writer.close('}');
  return json;
}

Result<void> tell_person(const PersonalContext& context, EverythingHeld& held) {
  auto row = ALONGSIDE_TRY(context.database.prepare("SELECT name, email FROM person WHERE id = ?1"));
  if (ALONGSIDE_TRY(bind_id(row, 1, context.person).step()) == Step::Done) return {};
  const std::string name(row.column_text(0));
  const std::string email(row.column_text(1));
  HeldWords words(held.language);
  words.add({"Name", "Enw"}, name).add({"Email", "E-bost"}, email);
  held.section("person", section_title).items.push_back(item_of({"You", "Chi"}, words, person_json(name, email)));
  return {};
}

Result<Date> birth_of(Database& database, const wire::Subject& child) {
  auto row = ALONGSIDE_TRY(database.prepare("SELECT born_day FROM child WHERE household = ?1 AND id = ?2"));
  bind_id(bind_id(row, 1, child.household), 2, child.id);
  if (ALONGSIDE_TRY(row.step()) == Step::Done) return Date();
  return Date(static_cast<std::int32_t>(row.column_integer(0)));
}

// What the app itself would tell them of their children and of whom they share with: not a word more.
Result<void> tell_family(const PersonalContext& context, EverythingHeld& held) {
  const Actor actor{context.person, context.household, {}};
  const auto info = ALONGSIDE_TRY(session_info(context.database, context.clock, actor));
  HeldSection& section = held.section("person", section_title);
  for (const wire::FamilyChild& child : info.children) {
    HeldWords words(held.language);
    words.add({"Name", "Enw"}, child.name);
    words.add({"Born", "Ganwyd"}, ALONGSIDE_TRY(birth_of(context.database, child.subject)));
    words.add({"What you are to them", "Beth ydych chi iddynt"}, role_words(child.role));
    section.items.push_back(item_of({"A child", "Plentyn"}, words, wire::to_json(child)));
  }
  for (const wire::FamilyPerson& person : info.people) {
    HeldWords words(held.language);
    words.add({"Name", "Enw"}, person.name);
    section.items.push_back(
        item_of({"Somebody you share with", "Rhywun rydych yn rhannu gyda nhw"}, words, wire::to_json(person)));
  }
  return {};
}

Result<std::int64_t> run_for(const PersonalContext& context, std::string_view sql) {
  auto statement = ALONGSIDE_TRY(context.database.prepare(sql));
  ALONGSIDE_TRY(bind_id(statement, 1, context.person).run());
  return context.database.changes();
}

Result<void> erase_shares(const PersonalContext& context, Erasure& erasure) {
  erasure.erased("shares, of theirs and with them",
                 ALONGSIDE_TRY(run_for(context, "DELETE FROM share WHERE owner = ?1 OR viewer = ?1")));
  return {};
}

Result<std::vector<SubjectId>> children_of(const PersonalContext& context) {
  auto rows = ALONGSIDE_TRY(context.database.prepare("SELECT child FROM relationship WHERE person = ?1"));
  bind_id(rows, 1, context.person);
  std::vector<SubjectId> children;
  while (ALONGSIDE_TRY(rows.step()) == Step::Row) children.push_back(column_id<SubjectId>(rows, 0));
  return children;
}

// Children by whom nobody stands any more go with the last who did.
Result<void> erase_children(const PersonalContext& context, Erasure& erasure) {
  const auto children = ALONGSIDE_TRY(children_of(context));
  erasure.erased("records of whom they stand by",
                 ALONGSIDE_TRY(run_for(context, "DELETE FROM relationship WHERE person = ?1")));
  auto remove = ALONGSIDE_TRY(
      context.database.prepare("DELETE FROM child WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM relationship"
                               " WHERE relationship.household = child.household AND relationship.child = child.id)"));
  std::int64_t count = 0;
  for (const SubjectId child : children) {
    ALONGSIDE_TRY(bind_id(remove, 1, child).run());
    count += context.database.changes();
  }
  erasure.erased("children by whom nobody else stands: name and birth", count);
  return {};
}

Result<void> erase_standing_changes(const PersonalContext& context, Erasure& erasure) {
  erasure.erased("why officers changed how they stand to a child",
                 ALONGSIDE_TRY(run_for(context, "DELETE FROM standing_change WHERE person = ?1")));
  return {};
}

Result<void> erase_birthdays(const PersonalContext& context, Erasure& erasure) {
  erasure.erased("that they were told of a birthday",
                 ALONGSIDE_TRY(run_for(context, "DELETE FROM birthday_told WHERE person = ?1")));
  return {};
}

Result<void> erase_proposals(const PersonalContext& context, Erasure& erasure) {
  erasure.erased("what officers wanted changed in how they stand to a child",
                 ALONGSIDE_TRY(run_for(context, "DELETE FROM standing_proposal WHERE person = ?1")));
  return {};
}

Result<void> erase_person(const PersonalContext& context, Erasure& erasure) {
  ALONGSIDE_TRY(erase_children(context, erasure));
  erasure.erased("the person: name and email address",
                 ALONGSIDE_TRY(run_for(context, "DELETE FROM person WHERE id = ?1")));
  return {};
}

}  // namespace

void add_family_personal(PersonalTables& tables) {
  tables.about_nobody("household", "a number and whether it is a demonstration");
  tables.add({"share",
              {},
              "its owner sees it as a document of theirs, and its viewer gets what it opens",
              erase_shares,
              {},
              ErasePhase::People});
  tables.add({"relationship", tell_family, {}, {}, "goes with the person", ErasePhase::People});
  tables.add({"standing_change",
              {},
              "to tell somebody that they are restricted, or why, could harm a child: the council's people answer",
              erase_standing_changes});
  tables.add({"standing_proposal",
              {},
              "likewise: what an officer wants changed, while it waits for a second one",
              erase_proposals});
  tables.add({"birthday_told", {}, "each is a notice in the inbox", erase_birthdays});
  tables.add({"child", {}, "told with who stands by them", {}, "goes with the last person by them"});
  tables.add({"erased_person",
              {},
              "of people who are not there to ask any more",
              {},
              "a number and a moment, so that nobody gets the number again"});
  tables.add({"person_hold",
              {},
              "why nothing may be deleted for now is told by the council's people, not by a file",
              {},
              "nobody is erased while they are held"});
  tables.add({"person", tell_person, {}, erase_person, {}, ErasePhase::People});
}

}  // namespace alongside::server
