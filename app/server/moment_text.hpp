// moment_text: a moment as machines and clerks write it, "2026-11-29T18:45:00Z". For manifests and the audit.
#pragma once

#include <cstdint>
#include <string>

namespace alongside::server {

std::string moment_text(std::int64_t at_ms);

}  // namespace alongside::server
