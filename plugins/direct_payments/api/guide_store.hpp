// The council's guide as it was last imported. Used by the feature and by the rules of returns.
#pragma once

#include "app/base/result.hpp"
#include "plugins/direct_payments/model/guide.hpp"

#include <optional>

namespace alongside::server {
class Database;
}

namespace alongside::direct_payments {

// Nothing when none was imported.
Result<std::optional<Guide>> read_guide(server::Database& database);
Result<void> keep_guide(server::Database& database, const Guide& guide);

}  // namespace alongside::direct_payments
