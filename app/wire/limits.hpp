// Limits: how much one frame may cost us. A message may name its own as
// `static constexpr Limits limits{...}`; whoever calls decode_frame may name others. None of them lets a
// frame take more memory than is in proportion to its own bytes: a few of them must not cost megabytes.
#pragma once

#include <algorithm>
#include <cstddef>

namespace alongside::wire {

inline constexpr std::size_t deepest = 32;  // no Limits can raise this: it bounds the stack

// The most memory for each byte that came, and what even the smallest frame may take.
inline constexpr std::size_t memory_for_each_byte = 32;
inline constexpr std::size_t least_memory = std::size_t{32} << 10;

struct Limits {
  std::size_t frame_bytes = std::size_t{4} << 20;     // the whole frame
  std::size_t decoded_bytes = std::size_t{32} << 20;  // memory the decoded value may take, all told
  std::size_t depth = deepest;                        // records and containers inside each other

  constexpr std::size_t memory_for(std::size_t bytes) const {
    return std::min(decoded_bytes, std::max(least_memory, memory_for_each_byte * bytes));
  }
};

template <class T>
constexpr Limits limits_of() {
  if constexpr (requires { T::limits; }) {
    return T::limits;
  } else {
    return Limits{};
  }
}

}  // namespace alongside::wire
