// PictureReader: walks the bytes of a file that a stranger made. Never reads past the end: what asks
// for more than is left sets fault(), and from then on everything is zero or empty. Used by the
// cleaners of JPEG, PNG and WebP.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace alongside::server {

class PictureReader {
 public:
  explicit PictureReader(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}

  std::span<const std::uint8_t> take(std::size_t count) {
    if (count > left()) {
      fault_ = Fault::CutShort;
      at_ = bytes_.size();
      return {};
    }
    at_ += count;
    return bytes_.subspan(at_ - count, count);
  }
  std::uint8_t byte() { return static_cast<std::uint8_t>(big_endian(1)); }
  std::uint16_t big_16() { return static_cast<std::uint16_t>(big_endian(2)); }
  std::uint32_t big_32() { return big_endian(4); }
  std::uint32_t little_32() {
    const std::uint32_t big = big_endian(4);
    return (big >> 24) | ((big >> 8) & 0xFF00) | ((big << 8) & 0xFF0000) | (big << 24);
  }
  // The next bytes, without taking them; fewer when fewer are left.
  std::span<const std::uint8_t> rest() const { return bytes_.subspan(at_); }
  std::size_t left() const { return bytes_.size() - at_; }
  bool fault() const { return fault_ != Fault::None; }

 private:
  enum class Fault : bool { None, CutShort };

  std::uint32_t big_endian(std::size_t count) {
    std::uint32_t value = 0;
    for (const std::uint8_t one : take(count)) value = (value << 8) | one;
    return value;
  }

  std::span<const std::uint8_t> bytes_;
  std::size_t at_ = 0;
  Fault fault_ = Fault::None;
};

}  // namespace alongside::server
