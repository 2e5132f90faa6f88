// Chance: where the server's random ids come from. SystemChance asks the operating system; tests
// give their own, so that two runs can be compared byte by byte. Lent to whoever makes ids.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <span>

namespace alongside::server {

class Chance {
 public:
  virtual ~Chance() = default;
  virtual void fill(std::span<std::uint8_t> bytes) = 0;  // fit for secrets
};

class SystemChance final : public Chance {
 public:
  void fill(std::span<std::uint8_t> bytes) override;
};

inline std::uint64_t random_number(Chance& chance) {
  std::array<std::uint8_t, 8> bytes{};
  chance.fill(bytes);
  return std::bit_cast<std::uint64_t>(bytes);
}

template <class Id>
Id random_id(Chance& chance) {
  std::array<std::uint8_t, 16> bytes{};
  chance.fill(bytes);
  return Id(bytes);
}

}  // namespace alongside::server
