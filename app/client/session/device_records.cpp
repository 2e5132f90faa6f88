#include "app/client/session/device_records.hpp"

#include <utility>

namespace alongside::client {

DeviceRecords::DeviceRecords(SyncWorld world, std::function<void()> changed)
    : NoRecords(world.timer, world.chance), world_(world), changed_(std::move(changed)), shelf_(world) {}

void DeviceRecords::load() {
  drafts_.load([this](StoreFault) { changed_(); });
}

void DeviceRecords::again() {
  if (are_drafts_unreadable()) load();
}

void DeviceRecords::keep_draft(std::string_view key, Bytes value, Done done) {
  keep(key, std::move(value), Elsewhere::Replaced, std::move(done));
}

void DeviceRecords::keep_draft_with_others(std::string_view key, Bytes value, Done done) {
  keep(key, std::move(value), Elsewhere::Respected, std::move(done));
}

void DeviceRecords::keep(std::string_view key, Bytes value, Elsewhere elsewhere, Done done) {
  const Done told = [this, done = std::move(done)](const Result<void>& result) {
    if (done) done(result);
    changed_();
  };
  if (!are_drafts_unreadable()) return drafts_.keep(shelf_key(key), std::move(value), elsewhere, told);
  world_.timer.after(0, [told] { told(Error{ErrorCode::Storage, "the device's drafts could not be read"}); });
}

// A browser that keeps nothing is gone on with in memory, and nothing is called kept.
void DeviceRecords::PublicDrafts::commit(Batch batch, std::function<void(Committed)> done) {
  store_.commit(std::move(batch), [this, done = std::move(done)](Committed committed) {
    if (committed.fault == StoreFault::Unavailable) store_.fall_back({});
    done(std::move(committed));
  });
}

}  // namespace alongside::client
