// PublicShelf: the notes of a device without a name, on the shelf Drafts of the database "public" beside the letters;
// in memory where the browser keeps nothing. Owned by Shell, which says when the database is open.
#pragma once

#include "app/client/sync/device_store.hpp"
#include "app/client/sync/sync_world.hpp"
#include "app/plugin_api/public_notes.hpp"

#include <map>
#include <memory>

namespace alongside::client {

class PublicShelf final : public PublicNotes {
 public:
  // `changed` asks for a frame.
  PublicShelf(SyncWorld world, std::function<void()> changed);

  void load();  // the database is open, or cannot be

  bool are_read() const override { return is_read_; }
  std::optional<Bytes> find(std::string_view key) const override;
  std::vector<std::pair<std::string, Bytes>> all(std::string_view beginning) const override;
  void keep(std::string_view key, Bytes value, Lasting lasting, Done done) override;

 private:
  void write(std::string_view key, const Bytes& value, Done done);
  void later(Done done, Result<void> outcome);

  SyncWorld world_;
  std::function<void()> changed_;
  DeviceStore store_;
  std::map<std::string, Bytes, std::less<>> notes_;
  bool is_read_ = false;
  std::shared_ptr<int> alive_ = std::make_shared<int>(0);
};

}  // namespace alongside::client
