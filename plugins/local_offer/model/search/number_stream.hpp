// number_stream: whole numbers as bytes, seven bits each, small ones short; and parts with their length in front.
// The reader never reads past the end: it gives zeros and says so. Used by index_codec and word_codec.
#pragma once

#include "app/base/bytes.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

namespace alongside::local_offer {

void put_number(Bytes& bytes, std::uint32_t number);
void put_part(Bytes& bytes, std::span<const std::uint8_t> part);

class NumberReader {
 public:
  explicit NumberReader(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}

  std::uint32_t number();
  std::span<const std::uint8_t> take(std::size_t count);
  std::span<const std::uint8_t> part() { return take(number()); }
  bool has_failed() const { return has_failed_; }
  bool is_done() const { return !has_failed_ && at_ == bytes_.size(); }

 private:
  std::uint32_t fail();

  std::span<const std::uint8_t> bytes_;
  std::size_t at_ = 0;
  bool has_failed_ = false;
};

}  // namespace alongside::local_offer
