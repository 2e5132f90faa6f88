// The name under which an officer of the council asks: what may stand in the audit as one. Asked by run_verb before
// anything is begun, and of each name in the configuration's "staff".
#pragma once

#include "app/base/result.hpp"

#include <string_view>

namespace alongside::server {

// InvalidInput: what to write.
Result<void> check_officer(std::string_view name);

}  // namespace alongside::server
