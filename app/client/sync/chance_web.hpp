// ChanceWeb: the browser's cryptographic random numbers. Owned by PlatformWeb.
#pragma once

#include "app/client/sync/sync_world.hpp"

#include <cstdint>
#include <span>

namespace alongside::client {

class ChanceWeb final : public Chance {
 public:
  void fill(std::span<std::uint8_t> bytes) override;
};

}  // namespace alongside::client
