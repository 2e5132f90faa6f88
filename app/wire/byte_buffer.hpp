// ByteBuffer: bytes that are being written, with one check of room for each thing and not one for each
// byte. What std::vector does not give: room that may be written before it counts. Owned by FrameWriter.
#pragma once

#include "app/base/bytes.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

namespace alongside::wire {

class ByteBuffer {
 public:
  // A place for up to `count` bytes; they count when wrote() says how many there were.
  std::uint8_t* room(std::size_t count) {
    if (storage_.size() - size_ < count) grow(count);
    return storage_.data() + size_;
  }
  void wrote(std::size_t count) { size_ += count; }

  void append(std::span<const std::uint8_t> bytes) {
    std::uint8_t* const to = room(bytes.size());
    if (!bytes.empty()) std::memcpy(to, bytes.data(), bytes.size());
    wrote(bytes.size());
  }
  // Makes room in the middle for `count` bytes, which are not set.
  void insert(std::size_t at, std::size_t count);
  void truncate(std::size_t size) { size_ = size; }

  std::size_t size() const { return size_; }
  std::uint8_t& operator[](std::size_t at) { return storage_[at]; }
  std::span<const std::uint8_t> bytes() const { return {storage_.data(), size_}; }

 private:
  void grow(std::size_t count);

  Bytes storage_;
  std::size_t size_ = 0;
};

}  // namespace alongside::wire
