// Chance: where random ids come from, so that tests can give their own and compare two runs byte by byte.
// One implementation a platform, fit for secrets; lent to whoever makes ids, on the server and in the browser.
#pragma once

#include "app/base/id.hpp"

#include <array>
#include <bit>
#include <cstdint>
#include <span>

namespace alongside {

class Chance {
 public:
  virtual ~Chance() = default;
  virtual void fill(std::span<std::uint8_t> bytes) = 0;  // from a cryptographic source
};

inline std::uint64_t random_number(Chance& chance) {
  std::array<std::uint8_t, 8> bytes{};
  chance.fill(bytes);
  return std::bit_cast<std::uint64_t>(bytes);
}

// An id that nobody else has.
template <class AnyId>
AnyId random_id(Chance& chance) {
  IdBytes bytes{};
  chance.fill(bytes);
  return AnyId(bytes);
}

}  // namespace alongside
