#include "app/client/attachments/device_files.hpp"

#include <utility>

namespace alongside::client {
namespace {

Batch one_step(Durability durability, StoreStep::Do what, DocumentId id, Bytes value = {}) {
  return {durability, {{what, Shelf::Files, id.text(), std::move(value)}}};
}

Result<void> result_of(StoreFault fault) {
  switch (fault) {
    case StoreFault::None: return {};
    case StoreFault::Full: return Error{ErrorCode::TooLarge, "full"};
    case StoreFault::Unavailable:
    case StoreFault::Unexpected:
    case StoreFault::Failed: break;
  }
  return Error{ErrorCode::Storage, "the file could not be kept"};
}

}  // namespace

void DeviceFiles::begin(std::function<void()> read) {
  files_.clear();
  alive_ = std::make_shared<int>(0);
  look_again(std::move(read));
}

void DeviceFiles::look_again(std::function<void()> read) {
  store_.read(Shelf::Files, [this, alive = std::weak_ptr(alive_), read = std::move(read)](ShelfContent shelf) {
    if (alive.expired()) return;
    for (StoreEntry& entry : shelf.entries) {
      const auto id = DocumentId::parse(entry.key);
      if (id.ok()) files_.try_emplace(id.value(), std::make_shared<const Bytes>(std::move(entry.value)));
    }
    read();
  });
}

void DeviceFiles::keep(DocumentId id, Bytes bytes, std::function<void(Result<void>)> done) {
  auto content = std::make_shared<const Bytes>(std::move(bytes));
  store_.commit(one_step(Durability::Strict, StoreStep::Do::Put, id, *content),
                [this, alive = std::weak_ptr(alive_), id, content, done = std::move(done)](const Committed& committed) {
                  if (alive.expired()) return;
                  if (committed.fault == StoreFault::None) files_[id] = content;
                  done(result_of(committed.fault));
                });
}

// If the power goes before it is gone, it is found again, and the council has it already.
void DeviceFiles::drop(DocumentId id) {
  if (files_.erase(id) == 0) return;
  store_.commit(one_step(Durability::Relaxed, StoreStep::Do::Remove, id), [](const Committed&) {});
}

DeviceFiles::Content DeviceFiles::find(DocumentId id) const {
  const auto found = files_.find(id);
  return found == files_.end() ? nullptr : found->second;
}

}  // namespace alongside::client
