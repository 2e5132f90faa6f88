// The tables of attachments: files that are on their way, in pieces, and those that have arrived. Kept
// by the number of the document that tells of them.
#pragma once

#include "app/server/migration.hpp"

#include <span>

namespace alongside::server {

std::span<const Migration> attachment_migrations();

}  // namespace alongside::server
