// AttachmentBox: the files that a person adds, until the council has them. What is sent is exactly what
// the council waits for: the files on this device whose documents say that they have not arrived. So it
// may be killed at any moment and goes on from the records. Owned by the shell; plugins see Attachments.
#pragma once

#include "app/client/attachments/device_files.hpp"
#include "app/client/attachments/file_upload.hpp"
#include "app/client/platform.hpp"
#include "app/client/sync/backoff.hpp"
#include "app/plugin_api/attachments.hpp"
#include "app/plugin_api/records.hpp"
#include "app/plugin_api/saved_copies.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::client {

class AttachmentBox final : public Attachments {
 public:
  struct Links {
    std::function<const Records&()> records;
    std::function<PersonId()> person;  // nil: nobody is known
    std::function<void()> changed;     // draw
    std::function<void()> arrived;     // the council has one more: its documents have changed
  };
  static constexpr std::size_t most_files = 12;  // they are in memory too while they wait

  AttachmentBox(Platform& platform, Links links);

  void add(DocumentId id, std::string_view token, Added added) override;
  void keep(DocumentId id, Bytes bytes, Added added) override;
  void remove(DocumentId id) override;
  AttachmentState state(DocumentId id) const override;

  void follow();  // the person or the records may have changed
  void woken();   // somebody looks again, or the network is back
  // Files that the council waits for.
  std::size_t waiting() const { return awaited_.size(); }
  // All that lie here, for a copy of what is not sent.
  std::vector<KeptFile> files() const;
  // Whether anything is here that would be lost with this person's things.
  bool holds_any() const { return files_.size() > 0; }

 private:
  Added guarded(Added added);
  void begin(PersonId person);
  void compare();
  void send_next();
  void ended(DocumentId id, const Result<wire::FileProgress>& result);
  void failed(DocumentId id, const Error& error);
  void rest();

  Platform& platform_;
  Links links_;
  DeviceFiles files_;
  PersonId person_;
  std::uint64_t edition_ = 0;
  enum class Shelves : std::uint8_t { Unread, Read } shelves_ = Shelves::Unread;
  std::vector<DocumentId> awaited_;             // in order of id
  std::map<DocumentId, std::string> refusals_;  // with the council's reason
  std::set<DocumentId> sent_;                   // and their documents not seen yet
  std::unique_ptr<FileUpload> upload_;
  Backoff backoff_;
  enum class Pace : std::uint8_t { Ready, Resting } pace_ = Pace::Ready;
  std::shared_ptr<int> alive_ = std::make_shared<int>(0);  // another one for each person
};

}  // namespace alongside::client
