// The family's tables: households, people, children, how they stand to each other and what they
// share. Keyed by household first, so that one family lies together and could be moved as one. This
// file makes them; relationships.hpp and shares.hpp read and write them.
#pragma once

#include "app/server/migration.hpp"

#include <span>

namespace alongside::server {

std::span<const Migration> family_migrations();

}  // namespace alongside::server
