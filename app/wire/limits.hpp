// Limits: how much one frame may cost us. A message may name its own as
// `static constexpr Limits limits{...}`; whoever calls decode_frame may name others.
#pragma once

#include <cstddef>

namespace alongside::wire {

inline constexpr std::size_t deepest = 32;  // no Limits can raise this: it bounds the stack

struct Limits {
  std::size_t frame_bytes = std::size_t{4} << 20;     // the whole frame
  std::size_t decoded_bytes = std::size_t{32} << 20;  // memory the decoded value may take, all told
  std::size_t depth = deepest;                        // records and containers inside each other
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
