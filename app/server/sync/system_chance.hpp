// SystemChance: random bytes from the operating system, for the server's ids and tokens. Made by whoever
// owns what needs it; tests give a Chance of their own.
#pragma once

#include "app/base/chance.hpp"

#include <cstdint>
#include <span>

namespace alongside::server {

class SystemChance final : public Chance {
 public:
  void fill(std::span<std::uint8_t> bytes) override;
};

}  // namespace alongside::server
