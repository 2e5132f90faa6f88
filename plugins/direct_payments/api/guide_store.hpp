// The council's guide as it was last imported. Used by the feature and by the rules of returns.
#pragma once

#include "app/base/result.hpp"
#include "plugins/direct_payments/model/guide.hpp"
#include "plugins/direct_payments/model/spending/spend_rule.hpp"

#include <optional>

namespace alongside::server {
class Database;
}

namespace alongside::direct_payments {

// Nothing when none was imported.
Result<std::optional<Guide>> read_guide(server::Database& database);
Result<void> keep_guide(server::Database& database, const Guide& guide);

// What the money may buy, rule by rule; of a guide from before rules had things they are about, its sentences alone.
Result<SpendRules> read_spend_rules(server::Database& database);
Result<void> keep_spend_rules(server::Database& database, const SpendRules& rules);

}  // namespace alongside::direct_payments
