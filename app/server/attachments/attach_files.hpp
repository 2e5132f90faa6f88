// attach_files(): within an operation, says which files belong to the document it makes or changes. The
// files come afterwards, by AttachmentDesk: nothing waits for them. Called by features' rules.
#pragma once

#include "app/base/result.hpp"
#include "app/server/sync/operations.hpp"

#include <span>

namespace alongside::server {

// What the files belong to; whoever may see it may see them.
struct AttachTarget {
  DocumentId id;
  wire::Subject subject;
  PersonId owner;
  wire::Facet facet = wire::Facet::Own;
};

// NotAllowed when the actor may not change the target's facet; TooLarge "too_many_files". A file that
// is attached already stays where it is: the operation is not refused for its sake.
Result<void> attach_files(OperationContext& context, const AttachTarget& target, std::span<const DocumentId> files);

}  // namespace alongside::server
