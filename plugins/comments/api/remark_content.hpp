// A remark as the document that its sender gets. Used when it comes and whenever the council did something with it.
#pragma once

#include "app/server/sync/new_content.hpp"
#include "plugins/comments/api/remark_store.hpp"

namespace alongside::comments {

inline server::NewContent content_of(const StoredRemark& remark) {
  return server::new_content(remark.id, remark.own, remark.sender(), wire::Facet::Own, remark.record);
}

}  // namespace alongside::comments
