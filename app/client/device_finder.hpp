// DeviceFinder: asks the page where this device is, and holds the answer while the application is open. Owned by
// Shell, which lends it to plugins; nothing here is written down or sent.
#pragma once

#include "app/client/platform.hpp"
#include "app/plugin_api/device_place.hpp"

#include <memory>

namespace alongside::client {

class DeviceFinder {
 public:
  explicit DeviceFinder(Platform& platform) : platform_(platform), place_(std::make_shared<DevicePlace>()) {}

  void find();
  const DevicePlace& place() const { return *place_; }

 private:
  Platform& platform_;
  std::shared_ptr<DevicePlace> place_;  // an answer holds it weakly
};

}  // namespace alongside::client
