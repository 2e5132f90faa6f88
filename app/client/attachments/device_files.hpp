// DeviceFiles: the files of one person that are still on this device: in the store, under their ids, and
// in memory while they wait. Bytes alone; what they belong to stands in the records. Owned by
// AttachmentBox.
#pragma once

#include "app/base/bytes.hpp"
#include "app/base/ids.hpp"
#include "app/base/result.hpp"
#include "app/client/store/store.hpp"

#include <functional>
#include <map>
#include <memory>

namespace alongside::client {

class DeviceFiles {
 public:
  using Content = std::shared_ptr<const Bytes>;

  explicit DeviceFiles(Store& store) : store_(store) {}
  DeviceFiles(const DeviceFiles&) = delete;
  DeviceFiles& operator=(const DeviceFiles&) = delete;

  // Forgets the last person's, and reads what the store that is open now has.
  void begin(std::function<void()> read);
  // Reads again what another tab may have put there.
  void look_again(std::function<void()> read);
  // Done when it is on the disk. TooLarge "full": there is no room; Storage: nothing can be kept here now.
  void keep(DocumentId id, Bytes bytes, std::function<void(Result<void>)> done);
  void drop(DocumentId id);

  Content find(DocumentId id) const;  // null when it is not here
  const std::map<DocumentId, Content>& all() const { return files_; }
  std::size_t size() const { return files_.size(); }

 private:
  Store& store_;
  std::map<DocumentId, Content> files_;
  std::shared_ptr<int> alive_ = std::make_shared<int>(0);  // another one for each person
};

}  // namespace alongside::client
