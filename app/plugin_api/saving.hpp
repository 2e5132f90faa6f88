// Saving: one change on its way into this device's store, from the press of the button until it is
// durable or could not be kept. Only then may a screen say "saved". Owned by a page; an answer that
// comes after its page has gone does nothing. change_of() makes the change out of a plugin's own message.
#pragma once

#include "app/plugin_api/host.hpp"
#include "app/plugin_api/records.hpp"
#include "app/wire/payload.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <utility>

namespace alongside {

template <wire::Message T>
Change change_of(const wire::Subject& subject, const wire::Version& base, const T& message) {
  return {subject, T::schema.id, T::schema.version, base, wire::encode_payload(message)};
}
// What changes no document that was there before.
template <wire::Message T>
Change change_of(const wire::Subject& subject, const T& message) {
  return change_of(subject, wire::Version(), message);
}

enum class SavingState : std::uint8_t { Idle, Waiting, Saved, Failed };

class Saving {
 public:
  // `then` runs once the change is durable, if the page is still there.
  void start(Host& host, Change change, std::function<void()> then) {
    slot_ = std::make_shared<Slot>();
    slot_->state = SavingState::Waiting;
    host.records().save(std::move(change),
                        [hold = std::weak_ptr<Slot>(slot_), then = std::move(then), &host](Result<OperationId> saved) {
                          const auto slot = hold.lock();
                          if (!slot) return;
                          slot->state = saved.ok() ? SavingState::Saved : SavingState::Failed;
                          if (saved.ok() && then) then();
                          host.redraw();
                        });
  }
  void reset() { slot_.reset(); }
  SavingState state() const { return slot_ ? slot_->state : SavingState::Idle; }

 private:
  struct Slot {
    SavingState state = SavingState::Idle;
  };
  std::shared_ptr<Slot> slot_;
};

}  // namespace alongside
