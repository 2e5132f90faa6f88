#include "app/wire/byte_buffer.hpp"

#include <algorithm>

namespace alongside::wire {
namespace {

constexpr std::size_t first_room = 128;

}  // namespace

void ByteBuffer::grow(std::size_t count) {
  storage_.resize(std::max({first_room, 2 * storage_.size(), size_ + count}));
}

void ByteBuffer::insert(std::size_t at, std::size_t count) {
  room(count);
  std::memmove(storage_.data() + at + count, storage_.data() + at, size_ - at);
  wrote(count);
}

}  // namespace alongside::wire
