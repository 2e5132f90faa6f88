// DeviceRecords: the records of whoever holds this device, without a name: nothing of anybody's, but what they have
// begun is kept, as drafts in the database "public". For who came with a code of their own, which is part of each key.
// Owned by Shell, which says when that database is open.
#pragma once

#include "app/client/session/no_records.hpp"
#include "app/client/sync/device_store.hpp"
#include "app/client/sync/draft_shelf.hpp"
#include "app/client/sync/drafts.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace alongside::client {

class DeviceRecords final : public NoRecords {
 public:
  // In front of each key, beside the notes that lie on the same shelf.
  static constexpr std::string_view key_prefix = "draft ";

  // `changed` asks for a frame.
  DeviceRecords(SyncWorld world, std::function<void()> changed);

  void load();   // the database is open, or cannot be
  void again();  // the page is seen again: what could not be read is tried once more

  // Something that was begun with a code lies on this device.
  bool keeps_any() const { return drafts_.has_any(key_prefix); }
  bool are_drafts_read() const override { return drafts_.reading() == Drafts::Reading::Done; }
  bool are_drafts_unreadable() const override { return drafts_.reading() == Drafts::Reading::Failed; }
  std::optional<Bytes> draft(std::string_view key) const override { return drafts_.find(shelf_key(key)); }
  void keep_draft(std::string_view key, Bytes value, Done done) override;
  void keep_draft_with_others(std::string_view key, Bytes value, Done done) override;
  void drop_draft(std::string_view key) override { drafts_.drop(shelf_key(key)); }

 private:
  class PublicDrafts final : public DraftShelf {
   public:
    explicit PublicDrafts(SyncWorld world) : store_(world.store, world.timer) {}
    void read(Shelf shelf, std::function<void(ShelfContent)> done) override { store_.read(shelf, std::move(done)); }
    void commit(Batch batch, std::function<void(Committed)> done) override;
    bool keeps_nothing() const override { return store_.keeps_nothing(); }

   private:
    DeviceStore store_;
  };

  static std::string shelf_key(std::string_view key) { return std::string(key_prefix) + std::string(key); }
  void keep(std::string_view key, Bytes value, Elsewhere elsewhere, Done done);

  SyncWorld world_;
  std::function<void()> changed_;
  PublicDrafts shelf_;
  Drafts drafts_{shelf_};
};

}  // namespace alongside::client
