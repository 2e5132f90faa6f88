// The tables of passkeys: the keys themselves, by which number a device knows somebody, and what was asked of a browser
// a moment ago. Made by PasskeyFeature; read by PasskeyStore alone, but for a recovery, which takes them away.
#pragma once

#include "app/server/migration.hpp"

#include <span>

namespace alongside::server {

std::span<const Migration> passkey_migrations();

}  // namespace alongside::server
