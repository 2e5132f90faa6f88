// BaseWatch: for one operation of one device, whether the version that it builds on is one that its maker can have
// seen. Versions are counted, so a device that changed a document twice without a network expects numbers which
// somebody else's changes have meanwhile: once one of its changes came too late for a document, those that it made
// before it knew of that come too late as well. Made by SyncService for each operation; asked by Documents.
#pragma once

#include "app/server/sync/device_log.hpp"

namespace alongside::server {

class BaseWatch {
 public:
  BaseWatch(const DeviceLog& log, const DeviceKey& device, std::uint64_t seen)
      : log_(log), device_(device), seen_(seen) {}

  Result<bool> is_behind(DocumentId document) const { return log_.was_behind(device_, document, seen_); }
  void note_behind(DocumentId document) { behind_ = document; }
  // What the operation came too late for; nil: nothing.
  DocumentId behind() const { return behind_; }

 private:
  const DeviceLog& log_;
  const DeviceKey& device_;
  std::uint64_t seen_;
  DocumentId behind_;
};

}  // namespace alongside::server
