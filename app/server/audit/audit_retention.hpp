// The audit's oldest rows go when their years are over, in order and never from between: what is left is a chain that
// goes on from the last link that was taken. Registered by AuditFeature.
#pragma once

#include "app/server/retention/retention_rules.hpp"

namespace alongside::server {

void add_audit_retention(RetentionRules& rules);

}  // namespace alongside::server
