// The alerts that people chose: looks at the money of each as they may see it today, and tells them of each cause once.
// A cause that has gone may come again, and is then told again, but not within four weeks. Run by `agreement alerts`,
// which a council has run every day.
#pragma once

#include "app/base/result.hpp"

#include <string>
#include <string_view>

namespace alongside {
class Chance;
}
namespace alongside::server {
struct FeatureContext;
}

namespace alongside::direct_payments {

// The row of the access table by which somebody chooses, and by which what they may see is read for them.
inline constexpr std::string_view alert_row = "op direct_payments.alerts";

// A line that says how many were told of what, and names nobody.
Result<std::string> run_alerts(const server::FeatureContext& context, Chance& chance);

}  // namespace alongside::direct_payments
