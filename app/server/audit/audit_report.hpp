// The audit in words and as JSON, for the verbs of AuditFeature.
#pragma once

#include "app/server/audit/audit_trail.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace alongside::server {

std::string entry_text(const AuditEntry& entry);  // a line
std::string entry_json(const AuditEntry& entry);  // a line
std::string fault_text(const AuditFault& fault);
std::string check_text(const AuditCheck& check);
std::string check_json(const AuditCheck& check);

// "12:ab03…", as check_text prints it. Nothing: it is none.
std::optional<AuditHead> head_in(std::string_view text);

}  // namespace alongside::server
