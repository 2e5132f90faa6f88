#include "plugins/direct_payments/api/alerts/alert_verb.hpp"

#include "app/server/feature.hpp"
#include "plugins/direct_payments/api/alerts/alert_run.hpp"

#include <span>
#include <string>

namespace alongside::direct_payments {

void add_alert_verb(server::Verbs& verbs, const server::FeatureContext& context, Chance& chance) {
  verbs.add(server::Role::Money,
            {"agreement",
             "alerts",
             "Tell families of what they chose to be told of about their money, each once. For \"every_day\".",
             {},
             [&context, &chance](std::span<const std::string>) { return run_alerts(context, chance); }});
}

}  // namespace alongside::direct_payments
