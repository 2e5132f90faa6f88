#include "app/server/audit/verb_journal.hpp"

#include "app/base/clock.hpp"
#include "app/server/audit/audit_trail.hpp"
#include "app/server/database.hpp"
#include "app/server/id_column.hpp"
#include "app/server/run_verb.hpp"

namespace alongside::server {

namespace {

SubjectId subject_in(std::span<const std::string> words) {
  for (const std::string& word : words) {
    if (const auto id = SubjectId::parse(word)) return id.value();
  }
  return {};
}

// Nil when the id is of nobody whom we know.
Result<HouseholdId> household_of(Database& database, const SubjectId& subject) {
  if (subject.is_nil()) return HouseholdId{};
  auto row = ALONGSIDE_TRY(
      database.prepare("SELECT household FROM person WHERE id = ?1 UNION SELECT household FROM child WHERE id = ?1"
                       " UNION SELECT id FROM household WHERE id = ?1"
                       " UNION SELECT household FROM document WHERE id = ?1 LIMIT 1"));
  bind_id(row, 1, subject);
  if (ALONGSIDE_TRY(row.step()) != Step::Row) return HouseholdId{};
  return column_id<HouseholdId>(row, 0);
}

}  // namespace

Result<std::string> VerbJournal::run(const VerbAsker& asker, std::span<const std::string> words, const VerbEnd& end) {
  auto report = [&]() -> Result<std::string> {
    auto transaction = ALONGSIDE_TRY(Transaction::create(database_));
    auto done = end_verb(end, words);
    if (!done) return done;
    ALONGSIDE_TRY(record(asker, words, nullptr));
    ALONGSIDE_TRY(transaction.commit());
    return done;
  }();
  if (report) return report;
  ALONGSIDE_TRY(note_refused(asker, words, report.error()));
  return report;
}

Result<void> VerbJournal::note_refused(const VerbAsker& asker, std::span<const std::string> words, const Error& why) {
  auto transaction = ALONGSIDE_TRY(Transaction::create(database_));
  ALONGSIDE_TRY(record(asker, words, &why));
  return transaction.commit();
}

Result<void> VerbJournal::record(const VerbAsker& asker, std::span<const std::string> words, const Error* failed) {
  AuditEntry entry;
  entry.at_ms = clock_.now_ms();
  entry.verb = words[1].empty() ? words[0] : words[0] + " " + words[1];
  entry.officer = asker.officer;
  entry.account = asker.account;
  entry.subject = subject_in(words.subspan(2));
  entry.household = ALONGSIDE_TRY(household_of(database_, entry.subject));
  entry.outcome = failed == nullptr ? 0 : 1;
  if (failed != nullptr) entry.code = name_of(failed->code);
  return AuditTrail(database_).append(entry);
}

}  // namespace alongside::server
