#include "app/client/public_shelf.hpp"

#include "app/client/session/device_records.hpp"

#include <utility>

namespace alongside::client {
namespace {

constexpr std::size_t most_notes = 64;
constexpr std::size_t most_bytes = 4096;

}  // namespace

PublicShelf::PublicShelf(SyncWorld world, std::function<void()> changed)
    : world_(world), changed_(std::move(changed)), store_(world.store, world.timer) {}

void PublicShelf::load() {
  store_.read(Shelf::Drafts, [this](ShelfContent content) {
    if (content.fault != StoreFault::None) store_.fall_back({});
    // What was kept while the disk was being read is newer.
    for (StoreEntry& entry : content.entries) {
      if (!entry.key.starts_with(DeviceRecords::key_prefix)) notes_.try_emplace(entry.key, std::move(entry.value));
    }
    is_read_ = true;
    changed_();
  });
}

std::optional<Bytes> PublicShelf::find(std::string_view key) const {
  const auto found = notes_.find(key);
  if (found == notes_.end() || found->second.empty()) return std::nullopt;
  return found->second;
}

std::vector<std::pair<std::string, Bytes>> PublicShelf::all(std::string_view beginning) const {
  std::vector<std::pair<std::string, Bytes>> found;
  for (auto it = notes_.lower_bound(beginning); it != notes_.end() && it->first.starts_with(beginning); ++it) {
    if (!it->second.empty()) found.emplace_back(*it);
  }
  return found;
}

void PublicShelf::keep(std::string_view key, Bytes value, Lasting lasting, Done done) {
  const bool is_new = !value.empty() && !find(key);
  if (value.size() > most_bytes || (is_new && all({}).size() >= most_notes))
    return later(std::move(done), Error{ErrorCode::TooLarge, "there is no room for another note"});
  if (lasting == Lasting::OnDevice)
    write(key, value, std::move(done));
  else
    later(std::move(done), {});
  notes_.insert_or_assign(std::string(key), std::move(value));
  changed_();
}

void PublicShelf::write(std::string_view key, const Bytes& value, Done done) {
  const auto what = value.empty() ? StoreStep::Do::Remove : StoreStep::Do::Put;
  Batch batch{Durability::Strict, {{what, Shelf::Drafts, std::string(key), value}}};
  store_.commit(std::move(batch), [this, done = std::move(done)](Committed committed) {
    if (committed.fault == StoreFault::Unavailable) store_.fall_back({});
    const bool is_kept = committed.fault == StoreFault::None && !store_.keeps_nothing();
    const auto code = committed.fault == StoreFault::Full ? ErrorCode::TooLarge : ErrorCode::Storage;
    if (done) done(is_kept ? Result<void>() : Error{code, "this device did not keep it"});
    changed_();
  });
}

void PublicShelf::later(Done done, Result<void> outcome) {
  if (!done) return;
  world_.timer.after(0, [alive = std::weak_ptr(alive_), done = std::move(done), outcome = std::move(outcome)] {
    if (!alive.expired()) done(outcome);
  });
}

}  // namespace alongside::client
