// The operations of the core: what a family says of itself (facts), what it shares, what a person
// prefers, what they have read. Each rule is a file of its own beside this one. Added by SyncFeature,
// and by tests that have no features.
#pragma once

#include "app/server/access/access_table.hpp"
#include "app/server/sync/operations.hpp"
#include "app/wire/messages/family.hpp"
#include "app/wire/messages/notice.hpp"

namespace alongside {
class Chance;
}  // namespace alongside

namespace alongside::server {

void add_family_access(AccessTable& table);  // one row an operation
// `chance` makes the ids of the documents that no device names; it outlives the operations.
void add_family_operations(Operations& operations, Chance& chance);

Result<Applied> apply_fact(OperationContext& context, const wire::Fact& fact);
Result<Applied> apply_share(OperationContext& context, Chance& chance, const wire::Share& share);
Result<Applied> apply_preference(OperationContext& context, const wire::Preference& preference);
Result<Applied> apply_notice_read(OperationContext& context, const wire::NoticeRead& read);

}  // namespace alongside::server
