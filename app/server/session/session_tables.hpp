// The sessions' table. Of a token only its fingerprint; of when somebody was here only the day, and
// the hour at which an unused session ends.
#pragma once

#include "app/server/migration.hpp"

#include <span>

namespace alongside::server {

std::span<const Migration> session_migrations();

}  // namespace alongside::server
