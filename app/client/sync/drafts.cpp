#include "app/client/sync/drafts.hpp"

#include <utility>

namespace alongside::client {

void Drafts::load(std::function<void()> done) {
  replica_.read(Shelf::Drafts, [this, done = std::move(done)](ShelfContent content) {
    for (StoreEntry& entry : content.entries) drafts_.try_emplace(entry.key, std::move(entry.value));
    is_read_ = true;
    done();
  });
}

std::optional<Bytes> Drafts::find(std::string_view key) const {
  const auto found = drafts_.find(key);
  if (found == drafts_.end()) return std::nullopt;
  return found->second;
}

void Drafts::keep(std::string_view key, Bytes value, Records::Done done) {
  drafts_.insert_or_assign(std::string(key), value);
  asking_.push_back(std::move(done));
  change(key, std::move(value));
}

void Drafts::drop(std::string_view key) {
  const auto found = drafts_.find(key);
  if (found == drafts_.end()) return;
  drafts_.erase(found);
  change(key, std::nullopt);
}

void Drafts::change(std::string_view key, std::optional<Bytes> value) {
  unwritten_.insert_or_assign(std::string(key), std::move(value));
  if (!writing_) write();
}

void Drafts::write() {
  writing_ = true;
  Batch batch{Durability::Strict, {}};  // nobody else has it, and the page says "saved"
  for (auto& [key, value] : std::exchange(unwritten_, {})) {
    const auto what = value ? StoreStep::Do::Put : StoreStep::Do::Remove;
    batch.steps.push_back({what, Shelf::Drafts, key, value.value_or(Bytes{})});
  }
  replica_.commit(std::move(batch),
                  [this, told = std::exchange(asking_, {})](Committed committed) { written(committed.fault, told); });
}

void Drafts::written(StoreFault fault, const std::vector<Records::Done>& told) {
  writing_ = false;
  if (!unwritten_.empty()) write();
  const bool nothing_kept = replica_.keeps_nothing();
  for (const Records::Done& done : told) {
    if (!done) continue;
    if (fault == StoreFault::None && !nothing_kept) done({});
    if (fault == StoreFault::Full) done(Error{ErrorCode::TooLarge, "there is no room on this device"});
    if (fault != StoreFault::Full && (fault != StoreFault::None || nothing_kept)) {
      done(Error{ErrorCode::Storage, "this browser keeps nothing"});
    }
  }
}

}  // namespace alongside::client
