#include "app/wire/byte_buffer.hpp"

#include <algorithm>

namespace alongside::wire {
namespace {

constexpr std::size_t first_room = 256;

}  // namespace

void ByteBuffer::grow(std::size_t count) {
  const std::size_t written = size();
  const auto room = static_cast<std::size_t>(end_ - storage_.get());
  const std::size_t larger = std::max({first_room, 2 * room, written + count});
  auto storage = std::make_unique_for_overwrite<std::uint8_t[]>(larger);
  if (written != 0) std::memcpy(storage.get(), storage_.get(), written);
  storage_ = std::move(storage);
  next_ = storage_.get() + written;
  end_ = storage_.get() + larger;
}

void ByteBuffer::insert(std::size_t at, std::size_t count) {
  room(count);
  std::memmove(storage_.get() + at + count, storage_.get() + at, size() - at);
  next_ += count;
}

}  // namespace alongside::wire
