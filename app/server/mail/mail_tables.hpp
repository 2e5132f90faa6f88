// The table of letters on their way. Applied as the feature "mail".
#pragma once

#include "app/server/migration.hpp"

#include <span>

namespace alongside::server {

std::span<const Migration> mail_migrations();

}  // namespace alongside::server
