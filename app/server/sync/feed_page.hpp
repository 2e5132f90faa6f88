// One page of a viewer's feed, as it is now. Reads only; called by SyncService.
#pragma once

#include "app/base/result.hpp"
#include "app/server/access/authorise.hpp"
#include "app/wire/messages/document.hpp"

namespace alongside::server {

Result<wire::FeedPage> feed_page(Database& database, const Access& access, PersonId viewer, std::uint64_t since);

}  // namespace alongside::server
