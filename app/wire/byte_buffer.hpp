// ByteBuffer: bytes that are being written, with one check of room for a run of things and not one for
// each byte. What std::vector does not give: room that may be written before it counts, and that nobody
// fills with zeros first. Owned by FrameWriter.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <span>

namespace alongside::wire {

class ByteBuffer {
 public:
  // A place for up to `count` bytes; they count when wrote_to() says where they end.
  std::uint8_t* room(std::size_t count) {
    if (static_cast<std::size_t>(end_ - next_) < count) grow(count);
    return next_;
  }
  void wrote_to(std::uint8_t* next) { next_ = next; }

  void append(std::span<const std::uint8_t> bytes) {
    std::uint8_t* const to = room(bytes.size());
    if (!bytes.empty()) std::memcpy(to, bytes.data(), bytes.size());
    next_ = to + bytes.size();
  }
  // Makes room in the middle for `count` bytes, which are not set.
  void insert(std::size_t at, std::size_t count);
  void truncate(std::size_t size) { next_ = storage_.get() + size; }

  std::size_t size() const { return static_cast<std::size_t>(next_ - storage_.get()); }
  std::uint8_t* data() { return storage_.get(); }
  std::span<const std::uint8_t> bytes() const { return {storage_.get(), size()}; }

 private:
  void grow(std::size_t count);

  std::unique_ptr<std::uint8_t[]> storage_;
  std::uint8_t* next_ = nullptr;  // after the last byte that counts
  std::uint8_t* end_ = nullptr;   // after the last there is room for
};

}  // namespace alongside::wire
