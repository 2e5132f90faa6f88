// DeviceLog: how far each of a person's devices has come, what became of each of its operations,
// and the audit. Written by SyncService in the same transaction as the operation's effects: never
// one without the other. A device belongs to the person who uses it: the same id in somebody else's
// hands is another device, so nobody learns which exist.
#pragma once

#include "app/base/ids.hpp"
#include "app/base/result.hpp"
#include "app/wire/messages/push.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace alongside::server {

class Database;

struct DeviceKey {
  PersonId person;
  DeviceId id;
};

class DeviceLog {
 public:
  explicit DeviceLog(Database& database) : database_(database) {}

  // The last sequence that is applied; 0 for a device that is not known.
  Result<std::uint64_t> last(const DeviceKey& device) const;
  // The last sequence that a verified backup holds; 0: none does.
  Result<std::uint64_t> backed_up(const DeviceKey& device) const;
  Result<void> note_backed_up(const DeviceKey& device, std::uint64_t last);
  // What was stored under a sequence of this device.
  Result<std::optional<wire::OperationResult>> stored(const DeviceKey& device, std::uint64_t sequence) const;
  // What became of this operation on whichever of the person's devices it came from.
  Result<std::optional<wire::OperationResult>> stored_anywhere(PersonId person, OperationId operation) const;
  Result<void> store(const DeviceKey& device, std::uint64_t sequence, const wire::OperationResult& result);
  Result<void> audit(const DeviceKey& device, const wire::Operation& operation, const wire::OperationResult& result,
                     std::int64_t at_ms);

 private:
  Result<std::uint64_t> number_of(std::string_view sql, const DeviceKey& device) const;

  Database& database_;
};

}  // namespace alongside::server
