// SyncService: takes a device's changes and gives a viewer their feed, without HTTP. Made by
// SyncFeature for the routes, and by tests and the simulator on a database of their own:
//   apply_migrations(database, "family", family_migrations());
//   apply_migrations(database, "sync", sync_migrations());  // and "mail", where notices are written
//   AccessTable table; Operations operations;
//   add_family_access(table); add_family_operations(operations, chance);  // family_operations.hpp
//   Access access(database, table, clock); Documents documents(database, access);
//   SyncService service(database, access, documents, operations, clock);
// Begins its own transaction in each call; owns nothing.
#pragma once

#include "app/base/result.hpp"
#include "app/server/access/authorise.hpp"
#include "app/server/sync/device_log.hpp"
#include "app/server/sync/documents.hpp"
#include "app/server/sync/operations.hpp"
#include "app/wire/messages/document.hpp"
#include "app/wire/messages/push.hpp"
#include "app/wire/messages/saved_copy.hpp"

#include <cstdint>

namespace alongside {
class Clock;
}

namespace alongside::server {

namespace sync_limits {
inline constexpr std::size_t payload_bytes = 64 * 1024;  // a larger one is refused as "too_large"
inline constexpr std::size_t push_bytes = 2 * 1024 * 1024;
inline constexpr std::size_t page_documents = 200;
inline constexpr std::size_t page_bytes = 512 * 1024;  // of contents; one document may be over it
}  // namespace sync_limits

class SyncService {
 public:
  SyncService(Database& database, const Access& access, Documents& documents, const Operations& operations,
              const Clock& clock)
      : database_(database), access_(access), documents_(documents), operations_(operations), clock_(clock) {}

  // Every operation that is next in its device's order is applied or refused, with its result, in
  // one transaction. SignedOut; NotAllowed "another_person": made by somebody else; Conflict
  // "device_cloned": another operation has this sequence; InvalidInput or TooLarge: no push of ours;
  // Storage, Internal, Unavailable: nothing of it happened, send it again.
  Result<wire::PushReply> push(const Actor& actor, const wire::Push& push);
  // Conflict "cursor_ahead": this feed never came so far; begin again from 0.
  Result<wire::FeedPage> feed(const Actor& actor, std::uint64_t since);
  // Which of these changes of theirs have been answered already, from whatever device: applied or not.
  Result<wire::KnownChanges> known(const Actor& actor, const wire::KnownChanges& asked) const;

 private:
  Result<wire::OperationResult> result_at(const Actor& actor, const wire::Push& push, std::size_t index,
                                          std::uint64_t& last);
  Result<wire::OperationResult> decide(const Actor& actor, const wire::Operation& operation);
  Result<Applied> apply(const Actor& actor, const wire::Operation& operation);
  Result<void> reconsider_once_a_day(PersonId viewer);

  Database& database_;
  const Access& access_;
  Documents& documents_;
  const Operations& operations_;
  const Clock& clock_;
};

}  // namespace alongside::server
