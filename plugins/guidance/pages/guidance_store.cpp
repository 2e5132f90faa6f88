#include "plugins/guidance/pages/guidance_store.hpp"

#include "app/wire/frame.hpp"

#include <utility>

namespace alongside::guidance {

void GuidanceStore::Slot::take(Result<Bytes> reply) {
  if (!reply.ok()) {
    load = reply.error().code == ErrorCode::Offline ? Load::Offline : Load::Failed;
    return;
  }
  // Read in place: moving such a message through a Result would add kilobytes to the module.
  const auto fields = [](wire::FrameReader& reader, void* message) { reader(*static_cast<GuidanceBook*>(message)); };
  const auto fault =
      wire::read_frame(reply.value(), GuidanceBook::schema, wire::limits_of<GuidanceBook>(), fields, &book);
  load = fault ? Load::Failed : Load::Ready;
}

void GuidanceStore::want() {
  if (!slot_) fetch_again();
}

void GuidanceStore::fetch_again() {
  slot_ = std::make_shared<Slot>();
  host_.fetch("/api/guidance", [hold = std::weak_ptr<Slot>(slot_)](Result<Bytes> reply) {
    if (const auto slot = hold.lock()) slot->take(std::move(reply));
  });
}

}  // namespace alongside::guidance
