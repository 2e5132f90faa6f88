// What of the remarks everybody may read, made out of the council's records. Used by the route and by the pages
// without script.
#pragma once

#include "plugins/comments/api/remark_store.hpp"

namespace alongside::comments {

// All that are published, the newest first; within a day in the order of their random ids.
Result<CommentList> published_comments(server::Database& database);

}  // namespace alongside::comments
