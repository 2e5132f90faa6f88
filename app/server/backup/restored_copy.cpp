#include "app/server/backup/restored_copy.hpp"

#include "app/server/audit/audit_trail.hpp"
#include "app/server/sync/documents.hpp"
#include "app/server/sync/incarnation.hpp"

#include <algorithm>
#include <utility>

namespace alongside::server {

namespace {

constexpr std::size_t most_findings = 20;

Error not_whole(const std::string& what) { return {ErrorCode::InvalidInput, "this backup is not whole: " + what}; }

Result<std::int64_t> number_of(Database& database, std::string_view sql) {
  auto row = ALONGSIDE_TRY(database.prepare(sql));
  ALONGSIDE_TRY(row.step());
  return row.column_integer(0);
}

Result<std::vector<SchemaVersion>> schema_of(Database& database) {
  auto rows =
      ALONGSIDE_TRY(database.prepare("SELECT feature, max(number) FROM migration GROUP BY feature ORDER BY feature"));
  std::vector<SchemaVersion> schema;
  while (ALONGSIDE_TRY(rows.step()) == Step::Row) {
    schema.push_back({std::string(rows.column_text(0)), rows.column_integer(1)});
  }
  return schema;
}

std::string told(const Findings& findings) {
  std::string text;
  for (std::size_t i = 0; i < std::min(findings.size(), most_findings); ++i) text += "\n  " + findings[i];
  if (findings.size() > most_findings) text += "\n  and " + std::to_string(findings.size() - most_findings) + " more";
  return text;
}

}  // namespace

Result<std::unique_ptr<RestoredCopy>> RestoredCopy::create(const std::string& folder, const std::string& scratch) {
  const std::string name(backup_names::database);
  std::unique_ptr<RestoredCopy> copy(new RestoredCopy(scratch + "/" + name));
  copy->sum_ = ALONGSIDE_TRY(copy_file(folder + "/" + name, copy->path_));
  return copy;
}

Result<void> RestoredCopy::describe(BackupManifest& manifest) {
  ALONGSIDE_TRY(database_.open(path_));
  manifest.database = sum_;
  manifest.incarnation = ALONGSIDE_TRY(incarnation(database_));
  manifest.schema = ALONGSIDE_TRY(schema_of(database_));
  manifest.watermark.operations = ALONGSIDE_TRY(number_of(database_, "SELECT count(*) FROM operation_result"));
  const AuditHead head = ALONGSIDE_TRY(AuditTrail(database_).head());
  manifest.watermark.audit = head.number;
  manifest.watermark.audit_head = head.link;
  return {};
}

Result<void> RestoredCopy::check(const BackupManifest& manifest, const BackupProgram& program) {
  // Before SQLite reads a byte of it.
  if (manifest.database != sum_) return not_whole("alongside.sqlite is not the file of its manifest");
  BackupManifest found = manifest;
  ALONGSIDE_TRY(describe(found));
  if (found != manifest) return not_whole("the database is not the one that its manifest describes");
  ALONGSIDE_TRY(check_file());
  ALONGSIDE_TRY(program.migrate(database_));
  return check_invariants(program);
}

Result<void> RestoredCopy::check_file() {
  auto check = ALONGSIDE_TRY(database_.prepare("PRAGMA integrity_check(20)"));
  Findings findings;
  while (ALONGSIDE_TRY(check.step()) == Step::Row) {
    if (check.column_text(0) != "ok") findings.emplace_back(check.column_text(0));
  }
  if (!findings.empty()) return not_whole("SQLite finds it damaged" + told(findings));
  auto keys = ALONGSIDE_TRY(database_.prepare("PRAGMA foreign_key_check"));
  while (ALONGSIDE_TRY(keys.step()) == Step::Row) {
    findings.push_back("row " + std::to_string(keys.column_integer(1)) + " of " + std::string(keys.column_text(0)) +
                       " points at nothing in " + std::string(keys.column_text(2)));
  }
  if (!findings.empty()) return not_whole("rows are missing" + told(findings));
  return {};
}

Result<void> RestoredCopy::check_invariants(const BackupProgram& program) {
  const AccessTable nobody;
  const Access access(database_, nobody, program.clock);
  Documents documents(database_, access);
  InvariantContext context{database_, documents};
  for (const Invariants::Named& invariant : program.invariants.all()) {
    const Findings findings = ALONGSIDE_TRY(invariant.rule(context));
    if (!findings.empty()) return not_whole("it does not hold that " + invariant.name + told(findings));
  }
  return {};
}

}  // namespace alongside::server
