#include "app/server/application.hpp"

#include "app/server/audit/audit_feature.hpp"
#include "app/server/backup/backup_feature.hpp"
#include "app/server/backup/restore_backup.hpp"
#include "app/server/daily/daily_feature.hpp"
#include "app/server/data_folder.hpp"
#include "app/server/family/family_feature.hpp"
#include "app/server/json_fields.hpp"
#include "app/server/mail/mail_feature.hpp"
#include "app/server/passkeys/passkey_feature.hpp"
#include "app/server/personal/erase_person.hpp"
#include "app/server/personal/personal_feature.hpp"
#include "app/server/public_pages/public_pages.hpp"
#include "app/server/readiness.hpp"
#include "app/server/release/release_feature.hpp"
#include "app/server/retention/retention_feature.hpp"
#include "app/server/security_txt.hpp"
#include "app/server/sign_in/sign_in_feature.hpp"
#include "app/server/sitemap.hpp"
#include "app/server/sync/sync_feature.hpp"

#include <filesystem>
#include <utility>

namespace alongside::server {

Application::Application() {
  access_table_.open_to_all("GET /healthz");
  access_table_.open_to_all("GET /readyz");
  access_table_.open_to_all("GET /api/council");
  public_pages_access(access_table_);
  add_sitemap_access(access_table_);
  add_security_txt_access(access_table_);
  add(make_family_feature(context()));
  add(make_session_feature(context(), sessions_, sign_in_, demo_));
  add(make_passkey_feature(context(), sessions_, sign_in_));
  add(make_sign_in_feature(context(), sign_in_));
  add(make_mail_feature(context()));
  add(make_audit_feature(context()));
  add(make_daily_feature(context(), verbs_));
  add(make_personal_feature(context(), personal_));
  add(make_retention_feature(context(), reaper_, retention_));
  add(make_release_feature(clock_));
  add(make_backup_feature(context(),
                          {[this](Database& database) { return migrate_copy(database); },
                           [this](Database& database) { return restored(database); }, invariants_, clock_,
                           [this](Database& database, const std::string& folder) {
                             return erase_listed(database, ErasureList::of(config_, folder));
                           },
                           [this](const std::string& folder) { return ErasureList::of(config_, folder).is_there(); },
                           [this](Database& database) { return migrate(database); }}));
}

PushTurns Application::push_turns() {
  return {turn_, [this](const Actor& actor) { return sessions_.is_open(actor); }};
}

void Application::add(std::unique_ptr<Feature> feature) {
  feature->verbs(verbs_);
  feature->access(access_table_);
  feature->operations(operations_);
  feature->invariants(invariants_);
  feature->personal(personal_);
  feature->retention(retention_);
  features_.push_back(std::move(feature));
}

Result<void> Application::read_config(const std::string& path) {
  config_ = ALONGSIDE_TRY(read_council_config(path));
  JsonMistakes mistakes;
  for (const auto& feature : features_) feature->configure(config_, mistakes);
  if (!mistakes.none()) return Error{ErrorCode::InvalidInput, path + ":\n" + mistakes.report()};
  if (config_.vault.is_used()) vault_ = ALONGSIDE_TRY(Vault::open(config_.vault, vault_chance_));
  return {};
}

Result<void> Application::open_storage(const DataFolder& data) {
  std::error_code fault;
  if (std::filesystem::exists(unfinished_restore(data.path()), fault)) {
    return Error{ErrorCode::Storage, data.path() + ": a restore into this folder was cut off: restore again"};
  }
  ALONGSIDE_TRY(open_database(database_, config_.database, DataFolder::database_path(data.path())));
  ALONGSIDE_TRY(migrate_copy(database_));
  ALONGSIDE_TRY(check_sealed());
  // A machine that stopped between the list and the database: what was decided is done.
  const ErasureList list = ErasureList::of(config_, data.path());
  ALONGSIDE_TRY(erase_listed(database_, list));
  return complete_list(database_, list);
}

// A database that is sealed cannot be read without its vault, and must not get what is not sealed.
Result<void> Application::check_sealed() {
  // A program without the feature that keeps documents has nothing to seal.
  if (!ALONGSIDE_TRY(database_.has_table("vault_state"))) return {};
  if (vault_) {
    ALONGSIDE_TRY(seal_all(database_));
    return {};
  }
  auto sealed = ALONGSIDE_TRY(database_.prepare("SELECT 1 FROM vault_state"));
  if (ALONGSIDE_TRY(sealed.step()) == Step::Done) return {};
  return Error{ErrorCode::InvalidInput, "what people wrote is sealed here: the configuration must have its \"vault\""};
}

Result<void> Application::migrate_copy(Database& copy) const {
  ALONGSIDE_TRY(migrate(copy));
  copy.use_vault(vault_.get());
  if (!vault_) return {};
  std::vector<ErasedPerson> forgotten;
  for (const PersonId person : vault_->keys().forgotten()) forgotten.push_back({person, clock_.now_ms()});
  ALONGSIDE_TRY(erase_again(personal_, copy, clock_, config_, forgotten));
  return {};
}

Result<std::int64_t> Application::erase_listed(Database& database, const ErasureList& list) const {
  return erase_again(personal_, database, clock_, config_, ALONGSIDE_TRY(list.read()));
}

Result<void> Application::migrate(Database& database) const {
  ALONGSIDE_TRY(apply_migrations(database, "server", Readiness::migrations()));
  for (const auto& feature : features_) {
    ALONGSIDE_TRY(apply_migrations(database, feature->id(), feature->migrations()));
  }
  return {};
}

Result<void> Application::restored(Database& database) const {
  for (const auto& feature : features_) ALONGSIDE_TRY(feature->restored(database));
  return {};
}

}  // namespace alongside::server
