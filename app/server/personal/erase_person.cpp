#include "app/server/personal/erase_person.hpp"

#include "app/base/clock.hpp"
#include "app/server/access/authorise.hpp"
#include "app/server/audit/audit_trail.hpp"
#include "app/server/database.hpp"
#include "app/server/id_column.hpp"
#include "app/server/sync/documents.hpp"
#include "app/server/vault/vault.hpp"

#include <algorithm>
#include <optional>

namespace alongside::server {

namespace {

Result<void> note_erased(const PersonalContext& context, std::int64_t at_ms) {
  auto insert = ALONGSIDE_TRY(context.database.prepare(
      "INSERT INTO erased_person (person, household, at_ms) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING"));
  bind_id(bind_id(insert, 1, context.person), 2, context.household).bind(3, at_ms);
  return insert.run();
}

Result<std::optional<HouseholdId>> household_there(Database& database, PersonId person) {
  auto row = ALONGSIDE_TRY(database.prepare("SELECT household FROM person WHERE id = ?1"));
  if (ALONGSIDE_TRY(bind_id(row, 1, person).step()) == Step::Done) return std::optional<HouseholdId>();
  return std::optional<HouseholdId>(column_id<HouseholdId>(row, 0));
}

Result<void> record_again(Database& database, const PersonalContext& context) {
  AuditEntry entry;
  entry.at_ms = context.clock.now_ms();
  entry.verb = "household erase";
  entry.officer = "the list of erasures";
  entry.household = context.household;
  entry.subject = SubjectId(context.person.bytes());
  return AuditTrail(database).append(entry);
}

}  // namespace

Result<std::vector<std::string>> reasons_to_wait(const PersonalTables& tables, const PersonalContext& context) {
  std::vector<std::string> reasons;
  auto hold = ALONGSIDE_TRY(context.database.prepare("SELECT since_day, reason FROM person_hold WHERE person = ?1"));
  if (ALONGSIDE_TRY(bind_id(hold, 1, context.person).step()) == Step::Row) {
    const Date since(static_cast<std::int32_t>(hold.column_integer(0)));
    reasons.push_back("held since " + since.iso() + ": " + std::string(hold.column_text(1)));
  }
  hold.reset();
  for (const OpenMatters& matters : tables.open()) {
    for (std::string& reason : ALONGSIDE_TRY(matters(context))) reasons.push_back(std::move(reason));
  }
  return reasons;
}

Result<Erasure> erase_person(const PersonalTables& tables, const PersonalContext& context, std::int64_t at_ms) {
  Erasure erasure;
  for (const ErasePhase phase : {ErasePhase::Things, ErasePhase::Documents, ErasePhase::People}) {
    for (const PersonalTable& table : tables.tables()) {
      if (table.phase == phase && table.erase) ALONGSIDE_TRY(table.erase(context, erasure));
    }
  }
  ALONGSIDE_TRY(note_erased(context, at_ms));
  context.database.empty_log_after_commit();
  return erasure;
}

Result<std::int64_t> erase_again(const PersonalTables& tables, Database& database, const Clock& clock,
                                 const CouncilConfig& council, std::span<const ErasedPerson> list) {
  const AccessTable nobody;
  const Access access(database, nobody, clock);
  Documents documents(database, access);
  std::int64_t count = 0;
  for (const ErasedPerson& erased : list) {
    const auto household = ALONGSIDE_TRY(household_there(database, erased.person));
    if (!household) continue;
    const PersonalContext context{database, documents, access, clock, council, erased.person, *household};
    auto transaction = ALONGSIDE_TRY(Transaction::create(database));
    ALONGSIDE_TRY(erase_person(tables, context, erased.at_ms));
    if (Vault* vault = database.vault()) ALONGSIDE_TRY(vault->forget(erased.person));
    ALONGSIDE_TRY(record_again(database, context));
    ALONGSIDE_TRY(transaction.commit());
    ++count;
  }
  return count;
}

Result<void> complete_list(Database& database, const ErasureList& list) {
  const auto known = ALONGSIDE_TRY(list.read());
  auto rows = ALONGSIDE_TRY(database.prepare("SELECT person, at_ms FROM erased_person ORDER BY at_ms, person"));
  while (ALONGSIDE_TRY(rows.step()) == Step::Row) {
    const ErasedPerson erased{column_id<PersonId>(rows, 0), rows.column_integer(1)};
    const auto same = [&](const ErasedPerson& one) { return one.person == erased.person; };
    if (std::ranges::none_of(known, same)) ALONGSIDE_TRY(list.append(erased));
  }
  return {};
}

}  // namespace alongside::server
