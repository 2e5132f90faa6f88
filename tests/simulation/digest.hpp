// Digest: one number over all that happened in a run, to see that a seed runs the same again.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace alongside::simulation {

class Digest {
 public:
  void add(std::uint64_t value) {
    for (int i = 0; i < 8; ++i) byte(static_cast<std::uint8_t>(value >> (8 * i)));
  }
  void add(std::string_view text) {
    for (const char letter : text) byte(static_cast<std::uint8_t>(letter));
  }
  void add(std::span<const std::uint8_t> bytes) {
    for (const std::uint8_t value : bytes) byte(value);
  }
  std::uint64_t value() const { return value_; }

 private:
  void byte(std::uint8_t value) { value_ = (value_ ^ value) * 1099511628211ULL; }  // FNV-1a

  std::uint64_t value_ = 14695981039346656037ULL;
};

}  // namespace alongside::simulation
