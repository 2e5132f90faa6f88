#include "plugins/local_offer/model/search/bit_stream.hpp"

#include <utility>

namespace alongside::local_offer {

void BitWriter::bits(std::uint32_t value, unsigned count) {
  held_ |= std::uint64_t{value} << held_bits_;
  held_bits_ += count;
  while (held_bits_ >= 8) {
    bytes_.push_back(static_cast<std::uint8_t>(held_));
    held_ >>= 8;
    held_bits_ -= 8;
  }
}

void BitWriter::zeros_then_one(std::uint32_t zeros) {
  for (; zeros >= 31; zeros -= 31) bits(0, 31);
  bits(std::uint32_t{1} << zeros, zeros + 1);
}

Bytes BitWriter::take() {
  if (held_bits_ > 0) bytes_.push_back(static_cast<std::uint8_t>(held_));
  held_ = 0;
  held_bits_ = 0;
  return std::move(bytes_);
}

}  // namespace alongside::local_offer
