// Fetched<T>: one message from the API, from the moment it is asked for until it is there or has
// failed. Owned by a page or a store; a reply that comes after its owner has gone does nothing.
#pragma once

#include "app/plugin_api/host.hpp"
#include "app/wire/frame.hpp"

#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>

namespace alongside::local_offer {

enum class Load : std::uint8_t { Idle, Waiting, Ready, Offline, Missing, Failed };

constexpr Load load_of(ErrorCode code) {
  if (code == ErrorCode::Offline) return Load::Offline;
  return code == ErrorCode::NotFound ? Load::Missing : Load::Failed;
}

template <wire::Message T>
class Fetched {
 public:
  void ask(Host& host, std::string_view path) {
    slot_ = std::make_shared<Slot>();
    slot_->load = Load::Waiting;
    // The reply keeps only a weak hold: asking again, or going away, makes an older reply void.
    host.fetch(path, [hold = std::weak_ptr<Slot>(slot_)](Result<Bytes> reply) {
      if (const auto slot = hold.lock()) slot->take(std::move(reply));
    });
  }

  Load load() const { return slot_ ? slot_->load : Load::Idle; }
  const T& value() const { return slot_->value; }  // only when Ready

 private:
  struct Slot {
    Load load = Load::Idle;
    T value;

    void take(Result<Bytes> reply) {
      if (!reply.ok()) {
        load = load_of(reply.error().code);
        return;
      }
      // Read in place: moving such a message through a Result would add kilobytes to the module.
      const auto fields = [](wire::FrameReader& reader, void* message) { reader(*static_cast<T*>(message)); };
      const auto fault = wire::read_frame(reply.value(), T::schema, wire::limits_of<T>(), fields, &value);
      load = fault ? Load::Failed : Load::Ready;
    }
  };

  std::shared_ptr<Slot> slot_;
};

}  // namespace alongside::local_offer
