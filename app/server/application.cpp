#include "app/server/application.hpp"

#include "app/server/data_folder.hpp"
#include "app/server/readiness.hpp"

#include <utility>

namespace alongside::server {

void Application::add(std::unique_ptr<Feature> feature) {
  feature->verbs(verbs_);
  features_.push_back(std::move(feature));
}

Result<void> Application::read_config(const std::string& path) {
  config_ = ALONGSIDE_TRY(read_council_config(path));
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
