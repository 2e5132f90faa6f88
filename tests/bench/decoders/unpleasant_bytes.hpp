// What a bench of decoders is given: each decoder of bytes from outside, with inputs of up to 1 MB that are as much
// work as they can be.
#pragma once

#include "app/base/bytes.hpp"

#include <functional>
#include <string>
#include <vector>

namespace alongside::bench {

inline constexpr std::size_t most_bytes = std::size_t{1} << 20;

struct Input {
  std::string what;
  Bytes bytes;
};

struct Decoder {
  std::string name;
  std::function<void(const std::function<void(const Input&, const std::function<void()>& decode)>&)> each;
};

std::vector<Decoder> decoders();

}  // namespace alongside::bench
