#include "app/client/device_finder.hpp"

#include <utility>

namespace alongside::client {
namespace {

std::int32_t number_at(const Bytes& bytes, std::size_t at) {
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < 4; ++i) number |= static_cast<std::uint32_t>(bytes[at + i]) << (8 * i);
  return static_cast<std::int32_t>(number);
}

DevicePlace place_of(const Result<Bytes>& reply) {
  if (!reply.ok() && reply.error().code == ErrorCode::NotAllowed) return {.state = DevicePlace::State::Refused};
  if (!reply.ok() || reply.value().size() != 12) return {.state = DevicePlace::State::Unavailable};
  const Bytes& bytes = reply.value();
  const auto point = GeoPoint::from_e7(number_at(bytes, 0), number_at(bytes, 4));
  if (!point.ok()) return {.state = DevicePlace::State::Unavailable};
  return {DevicePlace::State::Known, point.value(), static_cast<double>(number_at(bytes, 8))};
}

}  // namespace

void DeviceFinder::find() {
  if (place_->state == DevicePlace::State::Asking) return;
  place_->state = DevicePlace::State::Asking;
  platform_.locate([this, hold = std::weak_ptr<DevicePlace>(place_)](Result<Bytes> reply) {
    const auto place = hold.lock();
    if (!place) return;
    *place = place_of(reply);
    platform_.wake();
  });
}

}  // namespace alongside::client
