#include "app/server/family/family_import.hpp"

#include "app/base/birthday.hpp"
#include "app/base/chance.hpp"
#include "app/server/database.hpp"
#include "app/server/family/standing_changes.hpp"
#include "app/server/sync/documents.hpp"
#include "app/server/sync/share_content.hpp"

namespace alongside::server {

namespace {

// Each touches a row only when something in it differs, so that what is counted is what changed.
constexpr const char* put_household =
    "INSERT INTO household(id, demo) VALUES(?1, ?2)"
    " ON CONFLICT(id) DO UPDATE SET demo = excluded.demo WHERE household.demo <> excluded.demo";
constexpr const char* put_person =
    "INSERT INTO person(household, id, name, email) VALUES(?1, ?2, ?3, coalesce(?4, ''))"
    " ON CONFLICT(household, id) DO UPDATE SET name = ?3, email = coalesce(?4, person.email)"
    " WHERE person.name <> ?3 OR person.email <> coalesce(?4, person.email)";
constexpr const char* put_child =
    "INSERT INTO child(household, id, name, born_day, grown_day) VALUES(?1, ?2, ?3, ?4, ?5)"
    " ON CONFLICT(household, id) DO UPDATE SET name = excluded.name, born_day = excluded.born_day,"
    " grown_day = excluded.grown_day WHERE child.name <> excluded.name OR child.born_day <> excluded.born_day";

class Import {
 public:
  Import(Database& database, Documents& documents, Chance& chance)
      : database_(database), documents_(documents), chance_(chance) {}

  Result<std::size_t> run(const FamilyFile& file) {
    for (const auto& household : file.households) ALONGSIDE_TRY(put(household));
    for (const auto& person : file.people) ALONGSIDE_TRY(put(person));
    for (const auto& child : file.children) ALONGSIDE_TRY(put(child));
    for (const auto& relationship : file.relationships) ALONGSIDE_TRY(put(relationship));
    for (const auto& share : file.shares) {
      if (ALONGSIDE_TRY(set_share(database_, share, EarlierShare::Kept)) == Changed::No) continue;
      ++changed_;
      // Their owner's own list of what they share.
      const wire::Share content{share.viewer, share.facet, share.level, {}};
      const auto id = random_id<DocumentId>(chance_);
      ALONGSIDE_TRY(documents_.put_by_council(share_content(id, share.subject, share.owner, content)));
    }
    return changed_;
  }

 private:
  Result<void> finish(const Result<void>& done) {
    if (!done && done.error().code == ErrorCode::Conflict) {
      return Error{ErrorCode::Conflict, "an id in the file already belongs to somebody in another household"};
    }
    if (!done) return done;
    changed_ += static_cast<std::size_t>(database_.changes());
    return {};
  }

  Result<void> put(const FileHousehold& household) {
    auto insert = ALONGSIDE_TRY(database_.prepare(put_household));
    bind_id(insert, 1, household.id).bind(2, household.demo == DemoFamily::Yes ? 1 : 0);
    return finish(insert.run());
  }

  Result<void> check_not_erased(PersonId person) {
    auto erased = ALONGSIDE_TRY(database_.prepare("SELECT 1 FROM erased_person WHERE person = ?1"));
    if (ALONGSIDE_TRY(bind_id(erased, 1, person).step()) == Step::Done) return {};
    return Error{ErrorCode::Conflict, person.text() + " was erased: give them another id"};
  }

  Result<void> put(const FilePerson& person) {
    ALONGSIDE_TRY(check_not_erased(person.id));
    auto insert = ALONGSIDE_TRY(database_.prepare(put_person));
    bind_id(insert, 1, person.household);
    bind_id(insert, 2, person.id).bind(3, person.name);
    if (person.email) insert.bind(4, *person.email);
    ALONGSIDE_TRY(finish(insert.run()));
    if (!person.emails) return {};
    const wire::Subject own{person.household, SubjectId(person.id.bytes())};
    if (ALONGSIDE_TRY(begin_mail_wish(documents_, chance_, own, *person.emails))) ++changed_;
    return {};
  }

  Result<void> put(const FileChild& child) {
    auto insert = ALONGSIDE_TRY(database_.prepare(put_child));
    bind_id(insert, 1, child.subject.household);
    bind_id(insert, 2, child.subject.id).bind(3, child.name).bind(4, child.born.days());
    insert.bind(5, birthday(child.born, grown_up_years).days());
    return finish(insert.run());
  }

  // A restriction must look like shares that end, which comes after whatever ended by its day.
  Result<void> settle_before(const Relationship& one) {
    const auto now = ALONGSIDE_TRY(find_relationship(database_, one.child, one.person));
    if (!now || now->restriction == one.restriction) return {};
    return documents_.reconsider_once_a_day(one.person);
  }

  Result<void> put(const Relationship& one) {
    ALONGSIDE_TRY(settle_before(one));
    Relationship row = one;
    // An officer saw the paper; a file says nothing of it.
    const auto now = ALONGSIDE_TRY(find_relationship(database_, one.child, one.person));
    if (now) row.lawful = now->lawful;
    return finish(put_relationship(database_, row));
  }

  Database& database_;
  Documents& documents_;
  Chance& chance_;
  std::size_t changed_ = 0;
};

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

}  // namespace

std::string FamilyImport::text() const {
  const std::string what = counted(households, "household", "households") + ", " + counted(people, "person", "people") +
                           ", " + counted(children, "child", "children");
  if (changed == 0) return "Nothing changed: " + what + " are in already.\n";
  return "The file is in: " + what + ". " + counted(changed, "record", "records") + " made or changed.\n";
}

Result<FamilyImport> import_family(Database& database, Documents& documents, Chance& chance, const FamilyFile& file) {
  FamilyImport report;
  report.households = file.households.size();
  report.people = file.people.size();
  report.children = file.children.size();
  auto transaction = ALONGSIDE_TRY(Transaction::create(database));
  report.changed = ALONGSIDE_TRY(Import(database, documents, chance).run(file));
  // Who stands where may have changed for anybody in the file, and so what they may see.
  for (const FilePerson& person : file.people) {
    if (report.changed > 0) ALONGSIDE_TRY(documents.reconsider(person.id));
  }
  ALONGSIDE_TRY(transaction.commit());
  return report;
}

}  // namespace alongside::server
