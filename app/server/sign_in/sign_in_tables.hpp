// The tables of signing in: attempts under way, who somebody is to a provider, codes, what a session came
// from, logouts told, throttles. Of every secret only its fingerprint. Applied as the feature "sign_in".
#pragma once

#include "app/server/migration.hpp"

#include <span>

namespace alongside::server {

std::span<const Migration> sign_in_migrations();

}  // namespace alongside::server
