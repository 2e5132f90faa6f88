// BackupFeature: the verbs `backup`, `verify` and `restore`, and the table of verified backups. Made by Application,
// whose features' tables and invariants it needs all of.
#pragma once

#include "app/server/backup/restored_copy.hpp"
#include "app/server/feature.hpp"

#include <memory>

namespace alongside::server {

std::unique_ptr<Feature> make_backup_feature(const FeatureContext& context, BackupProgram program);

}  // namespace alongside::server
