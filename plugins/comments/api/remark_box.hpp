// RemarkBox: receives remarks: as the operation of somebody who is signed in, who gets a document of it, or as a
// letter without a name. Used by the feature.
#pragma once

#include "app/base/date.hpp"
#include "app/base/result.hpp"
#include "app/wire/messages/letter.hpp"
#include "plugins/comments/api/remark_store.hpp"

namespace alongside::server {
class AccessTable;
class Operations;
}  // namespace alongside::server

namespace alongside::comments {

// Exactly once: the same letter again is taken as before. Conflict: another letter had this id. Unavailable: more
// wait than anybody can have written, so that devices keep theirs and try again.
Result<void> receive_letter(server::Database& database, const wire::Letter& letter, Date today);

void add_remark_operations(server::Operations& operations);
void add_remark_access(server::AccessTable& table);

}  // namespace alongside::comments
