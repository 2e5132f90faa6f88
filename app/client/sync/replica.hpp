// Replica: what this tab has in memory of one person: device, outbox, documents; the same as the
// device's store, which it reads and writes. Every commit that succeeds is applied to the memory as
// well, step by step. Owned by SyncEngine; used by the rounds and the queue of saves.
#pragma once

#include "app/client/sync/device_state.hpp"
#include "app/client/sync/device_store.hpp"
#include "app/client/sync/document_cache.hpp"
#include "app/client/sync/draft_shelf.hpp"
#include "app/client/sync/outbox.hpp"
#include "app/client/sync/sync_world.hpp"

#include <cstdint>
#include <functional>
#include <memory>

namespace alongside::client {

enum class Keep : std::uint8_t;

class Replica final : public DraftShelf {
 public:
  using Done = std::function<void(StoreFault)>;

  Replica(SyncWorld world, PersonId person, Keep keep, std::function<void()> changed);
  Replica(const Replica&) = delete;
  Replica& operator=(const Replica&) = delete;

  void open(Done done);
  // Reads again what another tab may have changed.
  void load(Done done);
  void commit(Batch batch, std::function<void(Committed)> done) override;
  // For what the council has too: where the person did not want it kept, or there is no room, it is
  // put into memory only.
  void commit_documents(Batch batch, Done done);
  void read(Shelf shelf, std::function<void(ShelfContent)> done) override { store_.read(shelf, std::move(done)); }
  void erase(Done done) { store_.erase(std::move(done)); }
  // What the council tells again goes from the device; what only this device has stays.
  void wipe_fetched(Done done);

  const DeviceState& state() const { return state_; }
  Outbox& outbox() { return outbox_; }
  const Outbox& outbox() const { return outbox_; }
  const DocumentCache& documents() const { return documents_; }
  PersonId person() const { return person_; }
  Keep keep() const { return keep_; }
  bool keeps_nothing() const override { return store_.keeps_nothing(); }
  bool full() const { return full_; }
  // The documents on the shelf cannot be used: fetch all again.
  bool must_refetch() const { return must_refetch_; }
  std::uint64_t edition() const { return edition_; }
  void changed();

 private:
  void opened(StoreFault fault, Done done);
  void tidy_then_name_device(Done done);
  void add_fetched_goes(Batch& batch) const;
  void loaded_meta(ShelfContent meta, Done done);
  void loaded_outbox(const std::vector<StoreEntry>& meta, ShelfContent outbox, Done done);
  void loaded_documents(const std::vector<StoreEntry>& meta, ShelfContent documents, Done done);
  void load_failed(StoreFault fault, Done done);
  void apply(const Batch& batch, const std::vector<std::uint64_t>& appended);
  void note(const Batch& batch, StoreFault fault);
  void take_own_name();
  void fall_back();

  SyncWorld world_;
  PersonId person_;
  Keep keep_;
  std::function<void()> changed_;
  DeviceStore store_;
  DeviceState state_;
  Outbox outbox_;
  DocumentCache documents_;
  std::uint64_t edition_ = 1;
  bool full_ = false;
  bool documents_in_memory_ = false;
  bool must_refetch_ = false;
  bool loaded_once_ = false;
  std::shared_ptr<int> alive_;
};

}  // namespace alongside::client
