// The tables of sync: documents, each viewer's feed, devices, what became of each operation, the
// audit. Given to apply_migrations by SyncFeature, and by tests that have no features.
#pragma once

#include "app/server/migration.hpp"

#include <span>

namespace alongside::server {

std::span<const Migration> sync_migrations();

}  // namespace alongside::server
