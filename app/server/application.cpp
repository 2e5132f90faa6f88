#include "app/server/application.hpp"

#include "app/server/data_folder.hpp"
#include "app/server/family/family_feature.hpp"
#include "app/server/json_fields.hpp"
#include "app/server/mail/mail_feature.hpp"
#include "app/server/public_pages/public_pages.hpp"
#include "app/server/readiness.hpp"
#include "app/server/sign_in/sign_in_feature.hpp"

#include <utility>

namespace alongside::server {

Application::Application() {
  access_table_.open_to_all("GET /healthz");
  access_table_.open_to_all("GET /readyz");
  access_table_.open_to_all("GET /api/council");
  public_pages_access(access_table_);
  add(make_family_feature(context()));
  add(make_session_feature(context(), sessions_, sign_in_, demo_));
  add(make_sign_in_feature(context(), sign_in_));
  add(make_mail_feature(context()));
}

void Application::add(std::unique_ptr<Feature> feature) {
  feature->verbs(verbs_);
  feature->access(access_table_);
  feature->operations(operations_);
  features_.push_back(std::move(feature));
}

Result<void> Application::read_config(const std::string& path) {
  config_ = ALONGSIDE_TRY(read_council_config(path));
  JsonMistakes mistakes;
  for (const auto& feature : features_) feature->configure(config_, mistakes);
  if (!mistakes.none()) return Error{ErrorCode::InvalidInput, path + ":\n" + mistakes.report()};
  return {};
}

Result<void> Application::open_storage(const DataFolder& data) {
  ALONGSIDE_TRY(database_.open(data.database_path()));
  ALONGSIDE_TRY(apply_migrations(database_, "server", Readiness::migrations()));
  for (const auto& feature : features_) {
    ALONGSIDE_TRY(apply_migrations(database_, feature->id(), feature->migrations()));
  }
  return {};
}

}  // namespace alongside::server
