#include "app/server/backup/backup_feature.hpp"

#include "app/base/clock.hpp"
#include "app/server/audit/audit_trail.hpp"
#include "app/server/backup/backup_record.hpp"
#include "app/server/backup/make_backup.hpp"
#include "app/server/backup/restore_backup.hpp"
#include "app/server/data_folder.hpp"
#include "app/server/metrics/measured_number.hpp"
#include "app/server/metrics/measures.hpp"
#include "app/server/personal/personal_tables.hpp"
#include "app/server/sync/system_chance.hpp"

#include <memory>
#include <utility>

namespace alongside::server {

namespace {

using Arguments = std::span<const std::string>;

std::string described(const BackupManifest& manifest) {
  return "council " + manifest.council + ", " + manifest.made_at + ", " +
         std::to_string(manifest.watermark.operations) + " changes, " + std::to_string(manifest.database.bytes) +
         " bytes";
}

std::string about_configuration(const BackupManifest& manifest, const CouncilConfig& council) {
  if (council.fingerprint.empty() || council.fingerprint == manifest.configuration) return {};
  return "Its configuration was another one than yours is now (SHA-256 " + manifest.configuration + ").\n";
}

class BackupFeature final : public Feature {
 public:
  BackupFeature(const FeatureContext& context, BackupProgram program)
      : context_(context), program_(std::move(program)) {}

  std::string_view id() const override { return "backup"; }
  std::span<const Migration> migrations() const override { return backup_migrations(); }

  void personal(PersonalTables& tables) override {
    tables.about_nobody("backup", "when backups were made, and their sums");
  }

  void measures(Measures& measures) override {
    measures.add({"last_verified_backup_timestamp_seconds",
                  "When the last backup was made that could be restored; 0: none.",
                  measured_number(context_.database, "SELECT coalesce(max(at_ms), 0) / 1000 FROM backup")});
  }

  void verbs(Verbs& verbs) override {
    verbs.add(
        Role::System,
        {"backup",
         "",
         "Copy all that the council's database holds, while the server goes on, and prove that it can be restored.",
         {{"FOLDER", "a new folder, which is there only if all went well", VerbArgumentKind::Path}},
         {},
         VerbNeeds::Data,
         [this](Arguments arguments, const VerbPlace& place) { return begin_backup(arguments[0], place); }});
    verbs.add_public(Role::Anybody,
                     {"verify",
                      "",
                      "Restore a backup to a scratch folder beside it and check that everything in it is whole.",
                      {{"FOLDER", "the backup", VerbArgumentKind::Path}},
                      [this](Arguments arguments) { return verify(arguments[0]); },
                      VerbNeeds::Nothing});
    verbs.add(Role::System,
              {"restore",
               "",
               "Put a backup in the place of the database, as a new life of it: devices send again what they hold.",
               {{"FOLDER", "the backup", VerbArgumentKind::Path},
                {"--over", "set aside the database that is there", VerbArgumentKind::Text, VerbArgumentUse::Flag}},
               {},
               VerbNeeds::Folder,
               [this](Arguments arguments, const VerbPlace& place) { return begin_restore(arguments, place); }});
  }

 private:
  Result<VerbEnd> begin_backup(const std::string& place, const VerbPlace& at) {
    const BackupOrder order{DataFolder::database_path(at.data_folder), place, context_.council.council.id,
                            context_.council.fingerprint, context_.council.database};
    auto made = std::make_shared<VerifiedBackup>(ALONGSIDE_TRY(make_backup(order, program_, at.stopping)));
    return VerbEnd([this, made, place]() -> Result<std::string> {
      ALONGSIDE_TRY(note_backup(context_.database, *made, context_.clock.now_ms()));
      return "backed up, restored and found whole: " + place + " (" + described(made->manifest) + ")\n";
    });
  }

  Result<std::string> verify(const std::string& place) {
    const BackupManifest manifest = ALONGSIDE_TRY(verify_backup(place, program_));
    return "restored and found whole: " + place + " (" + described(manifest) + ")\n" +
           about_configuration(manifest, context_.council);
  }

  Result<VerbEnd> begin_restore(Arguments arguments, const VerbPlace& at) {
    const RestoreOver over = arguments[1].empty() ? RestoreOver::Nothing : RestoreOver::WhatIsThere;
    BackupProgram program = program_;
    std::int64_t erased = 0;
    program.after_restore = [&](Database& database) { return restored(database, at, erased); };
    const BackupManifest manifest = ALONGSIDE_TRY(
        restore_backup(arguments[0], {at.data_folder, context_.council.database, over}, program, chance_));
    std::string report =
        "restored: " + described(manifest) + "\n" + about_configuration(manifest, context_.council) +
        about_erased(erased) + about_list(at.data_folder) +
        "Everybody is signed out, and codes that were not used yet are void.\n"
        "What the council itself did since then (imports, answers, restrictions of who sees whom) is\n"
        "not there: do it again before you start the server. Devices then send again what they hold.\n";
    return VerbEnd([report = std::move(report)]() -> Result<std::string> { return report; });
  }

  static std::string about_erased(std::int64_t count) {
    if (count == 0) return {};
    return std::to_string(count) + (count == 1 ? " person who was" : " people who were") +
           " erased since then: erased again.\n";
  }

  std::string about_list(const std::string& data_folder) const {
    if (!program_.list_is_there || program_.list_is_there(data_folder)) return {};
    return "There is no list of erasures here. If somebody was erased since then, put it here and restore again.\n";
  }

  // The restored database is the first to know who restored it.
  Result<void> restored(Database& database, const VerbPlace& at, std::int64_t& erased) {
    ALONGSIDE_TRY(program_.after_restore(database));
    if (program_.erase_again) erased = ALONGSIDE_TRY(program_.erase_again(database, at.data_folder));
    auto transaction = ALONGSIDE_TRY(Transaction::create(database));
    AuditEntry entry;
    entry.at_ms = context_.clock.now_ms();
    entry.verb = "restore";
    entry.officer = at.asker.officer;
    entry.account = at.asker.account;
    ALONGSIDE_TRY(AuditTrail(database).append(entry));
    return transaction.commit();
  }

  FeatureContext context_;
  BackupProgram program_;
  SystemChance chance_;
};

}  // namespace

std::unique_ptr<Feature> make_backup_feature(const FeatureContext& context, BackupProgram program) {
  return std::make_unique<BackupFeature>(context, std::move(program));
}

}  // namespace alongside::server
