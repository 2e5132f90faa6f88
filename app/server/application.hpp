// Application: the clock, the configuration, the database and the features of one council-api, in
// the order in which they may use each other. Made by main; used by serve and by verbs.
#pragma once

#include "app/server/access/access_table.hpp"
#include "app/server/access/authorise.hpp"
#include "app/server/audit/verb_journal.hpp"
#include "app/server/council_config.hpp"
#include "app/server/database.hpp"
#include "app/server/feature.hpp"
#include "app/server/held_clock.hpp"
#include "app/server/invariants.hpp"
#include "app/server/personal/erasure_list.hpp"
#include "app/server/personal/personal_tables.hpp"
#include "app/server/retention/reaper.hpp"
#include "app/server/session/session_feature.hpp"
#include "app/server/session/sessions.hpp"
#include "app/server/sign_in/sign_in_service.hpp"
#include "app/server/staff/staff.hpp"
#include "app/server/sync/documents.hpp"
#include "app/server/sync/operations.hpp"
#include "app/server/sync/system_chance.hpp"
#include "app/server/verbs.hpp"

#include <memory>
#include <string>
#include <vector>

namespace alongside::server {

class DataFolder;
class FileScanner;
class LoopTurn;
struct PushTurns;

class Application {
 public:
  Application();  // with the features that every council has
  Application(const Application&) = delete;
  Application& operator=(const Application&) = delete;

  FeatureContext context() { return {database_, config_, clock_, access_, documents_}; }
  void add(std::unique_ptr<Feature> feature);

  Result<void> read_config(const std::string& path);
  // Opens the database and brings every feature's tables up to date.
  Result<void> open_storage(const DataFolder& data);
  // Brings the tables of every feature up to date: of the council's database, or of a copy.
  Result<void> migrate(Database& database) const;
  // The same, and lends it the vault: whoever's key was forgotten since this copy was made goes before anything is
  // asked of it.
  Result<void> migrate_copy(Database& copy) const;
  // Tells every feature that this database came back from a backup.
  Result<void> restored(Database& database) const;

  // Whoever is on the list and in this database is erased again. How many.
  Result<std::int64_t> erase_listed(Database& database, const ErasureList& list) const;

  const Clock& clock() const { return clock_; }
  void hold_date(Date day) { clock_.hold(day); }
  void allow_demo_sign_in() { demo_ = DemoMode::On; }
  // For as long as the server runs; null afterwards.
  void use(FileScanner* scanner) { scanner_ = scanner; }
  FileScanner* const& scanner() const { return scanner_; }
  void use_turn(LoopTurn* turn) { turn_ = turn; }
  // For the feature that takes pushes.
  PushTurns push_turns();
  const CouncilConfig& config() const { return config_; }
  Database& database() { return database_; }
  const Verbs& verbs() const { return verbs_; }
  VerbJournal& journal() { return journal_; }
  const Staff& staff() const { return staff_; }
  const AccessTable& access_table() const { return access_table_; }
  const Access& access() const { return access_; }
  const Operations& operations() const { return operations_; }
  const PersonalTables& personal() const { return personal_; }
  const RetentionRules& retention() const { return retention_; }
  Reaper& reaper() { return reaper_; }
  Documents& documents() { return documents_; }
  Sessions& sessions() { return sessions_; }
  SignInService& sign_in() { return sign_in_; }
  const std::vector<std::unique_ptr<Feature>>& features() const { return features_; }

 private:
  Result<void> check_sealed();

  HeldClock clock_;
  CouncilConfig config_;
  SystemChance vault_chance_;
  std::unique_ptr<Vault> vault_;
  Database database_;
  AccessTable access_table_;
  Access access_{database_, access_table_, clock_};
  Documents documents_{database_, access_};
  Operations operations_;
  SystemChance chance_;
  Sessions sessions_{database_, clock_, chance_, config_.session};
  SignInService sign_in_{database_, clock_, chance_, sessions_, config_.sign_in};
  DemoMode demo_ = DemoMode::Off;
  FileScanner* scanner_ = nullptr;
  LoopTurn* turn_ = nullptr;
  Verbs verbs_;
  VerbJournal journal_{database_, clock_};
  Staff staff_{config_.staff, clock_};
  Invariants invariants_;
  PersonalTables personal_;
  RetentionRules retention_;
  Reaper reaper_{database_, documents_, clock_, config_, retention_};
  std::vector<std::unique_ptr<Feature>> features_;  // last: it refers to the others
};

}  // namespace alongside::server
