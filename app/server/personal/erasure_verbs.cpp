#include "app/server/personal/erasure_verbs.hpp"

#include "app/base/clock.hpp"
#include "app/server/database.hpp"
#include "app/server/feature.hpp"
#include "app/server/id_column.hpp"
#include "app/server/personal/erase_person.hpp"
#include "app/server/vault/vault.hpp"
#include "app/server/verb_reason.hpp"

#include <string>

namespace alongside::server {

namespace {

using Arguments = std::span<const std::string>;

constexpr std::string_view what_follows =
    "Devices forget it the next time they ask; whoever was signed in is signed out.\n"
    "Backups that were made before still hold it: delete them within 35 days. When one is restored, the list of\n"
    "erasures beside the database erases this person again.\n";

class ErasureDesk {
 public:
  ErasureDesk(const FeatureContext& context, const PersonalTables& tables) : context_(context), tables_(tables) {}

  Result<std::string> erase(Arguments arguments, const ErasureList& list) const {
    ALONGSIDE_TRY(reason_in(arguments[1]));
    const PersonalContext of = ALONGSIDE_TRY(person_in(arguments[0]));
    const auto reasons = ALONGSIDE_TRY(reasons_to_wait(tables_, of));
    if (!reasons.empty()) {
      std::string told = "this person cannot be erased yet:";
      for (const std::string& reason : reasons) told += "\n  " + reason;
      return Error{ErrorCode::Conflict, told};
    }
    const std::int64_t now = context_.clock.now_ms();
    const Erasure erasure = ALONGSIDE_TRY(erase_person(tables_, of, now));
    // The list first: a machine that stops here erases at the next start what the database does not know yet.
    ALONGSIDE_TRY(list.append({of.person, now}));
    // From here on no copy of the database, wherever it is, has their words.
    if (Vault* vault = context_.database.vault()) ALONGSIDE_TRY(vault->forget(of.person));
    return erasure.text() + std::string(what_follows);
  }

  Result<std::string> hold(Arguments arguments, const std::string& officer) const {
    const std::string reason = ALONGSIDE_TRY(reason_in(arguments[1]));
    const PersonalContext of = ALONGSIDE_TRY(person_in(arguments[0]));
    auto insert = ALONGSIDE_TRY(context_.database.prepare(
        "INSERT INTO person_hold (person, since_day, reason, officer) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING"));
    bind_id(insert, 1, of.person).bind(2, context_.clock.today().days()).bind(3, reason).bind(4, officer);
    ALONGSIDE_TRY(insert.run());
    if (context_.database.changes() == 0) return Error{ErrorCode::Conflict, "this person is held already"};
    return std::string("Held: nothing of this person is erased or deleted until `household release`.\n");
  }

  Result<std::string> release(Arguments arguments) const {
    const auto person = PersonId::parse(arguments[0]);
    if (!person) return Error{ErrorCode::InvalidInput, "PERSON: write their id"};
    auto remove = ALONGSIDE_TRY(context_.database.prepare("DELETE FROM person_hold WHERE person = ?1"));
    ALONGSIDE_TRY(bind_id(remove, 1, person.value()).run());
    if (context_.database.changes() == 0) return Error{ErrorCode::NotFound, "nobody with this id is held"};
    return std::string("Released.\n");
  }

  Result<std::string> holds() const {
    auto rows = ALONGSIDE_TRY(context_.database.prepare(
        "SELECT person, since_day, reason, officer FROM person_hold ORDER BY since_day, person"));
    std::string report;
    while (ALONGSIDE_TRY(rows.step()) == Step::Row) {
      const Date since(static_cast<std::int32_t>(rows.column_integer(1)));
      report += column_id<PersonId>(rows, 0).text() + "  since " + since.iso() + "  " +
                std::string(rows.column_text(3)) + ": " + std::string(rows.column_text(2)) + "\n";
    }
    return report.empty() ? std::string("Nobody is held.\n") : report;
  }

  ErasureList list_at(const VerbPlace& place) const { return ErasureList::of(context_.council, place.data_folder); }

 private:
  Result<PersonalContext> person_in(const std::string& id) const {
    const auto person = PersonId::parse(id);
    if (!person) return Error{ErrorCode::InvalidInput, "PERSON: write their id"};
    auto row = ALONGSIDE_TRY(context_.database.prepare("SELECT household FROM person WHERE id = ?1"));
    if (ALONGSIDE_TRY(bind_id(row, 1, person.value()).step()) == Step::Done) {
      return Error{ErrorCode::NotFound, "there is nobody with this id; children go with the last adult by them"};
    }
    return PersonalContext{context_.database,
                           context_.documents,
                           context_.access,
                           context_.clock,
                           context_.council,
                           person.value(),
                           column_id<HouseholdId>(row, 0)};
  }

  FeatureContext context_;
  const PersonalTables& tables_;
};

const VerbArgument the_person{"PERSON", "their id"};
const VerbArgument the_reason{"--reason", "why, in a line; nobody's name", VerbArgumentKind::Text,
                              VerbArgumentUse::Optional};

}  // namespace

void add_erasure_verbs(Verbs& verbs, const FeatureContext& context, const PersonalTables& tables) {
  const ErasureDesk desk(context, tables);
  verbs.add(
      Role::Households,
      {"household",
       "erase",
       "Erase a person: all they wrote and were written, and who they are. Says what the law keeps, and until when.",
       {the_person, the_reason},
       {},
       VerbNeeds::Data,
       [desk](Arguments arguments, const VerbPlace& place) -> Result<VerbEnd> {
         const std::vector<std::string> asked(arguments.begin(), arguments.end());
         return VerbEnd([desk, asked, list = desk.list_at(place)] { return desk.erase(asked, list); });
       },
       VerbWaits::ForNobody});
  verbs.add(Role::Households,
            {"household",
             "hold",
             "Keep everything of a person for now, whatever the retention days say: for a court, or an inquiry.",
             {the_person, the_reason},
             {},
             VerbNeeds::Data,
             [desk](Arguments arguments, const VerbPlace& place) -> Result<VerbEnd> {
               const std::vector<std::string> asked(arguments.begin(), arguments.end());
               return VerbEnd([desk, asked, officer = place.asker.officer] { return desk.hold(asked, officer); });
             },
             VerbWaits::ForNobody});
  verbs.add(Role::Households, {"household", "release", "End a hold.", {the_person}, [desk](Arguments asked) {
                                 return desk.release(asked);
                               }});
  verbs.add(Role::Households, {"household", "holds", "List who is held, since when and why.", {}, [desk](Arguments) {
                                 return desk.holds();
                               }});
}

}  // namespace alongside::server
