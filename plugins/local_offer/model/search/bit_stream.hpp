// BitWriter and BitReader: numbers of a few bits each, one after the other, lowest bit first. The reader
// never reads past the end: it gives zeros and says so. Used by subset_code and index_codec.
#pragma once

#include "app/base/bytes.hpp"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

namespace alongside::local_offer {

static_assert(std::endian::native == std::endian::little, "BitReader takes eight bytes at once");

class BitWriter {
 public:
  void bits(std::uint32_t value, unsigned count);  // at most 32
  void zeros_then_one(std::uint32_t zeros);
  Bytes take();

 private:
  Bytes bytes_;
  std::uint64_t held_ = 0;
  unsigned held_bits_ = 0;
};

class BitReader {
 public:
  explicit BitReader(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}

  std::uint32_t bits(unsigned count) {  // at most 32
    if (held_bits_ < count) fill();
    const auto value = static_cast<std::uint32_t>(held_ & ((std::uint64_t{1} << count) - 1));
    drop(count);
    return value;
  }

  // How many zeros stand before the next one, which is passed over too; `most` when there are more.
  std::uint32_t zeros_then_one(std::uint32_t most) {
    std::uint32_t zeros = 0;
    while (true) {
      if (held_bits_ == 0) fill();
      if (held_ != 0) {
        const auto more = static_cast<unsigned>(std::countr_zero(held_));
        drop(more + 1);
        zeros += more;
        return zeros < most ? zeros : most;
      }
      zeros += held_bits_;
      held_bits_ = 0;
      if (zeros >= most || is_past_end_) return most;
    }
  }

  // A number in two parts (Golomb and Rice): its upper part as zeros before a one, at most `most`, and `width` lower
  // bits, at most 24. Nearly always both lie in what is held, and are taken at once.
  std::uint32_t zeros_and_bits(std::uint32_t most, unsigned width) {
    if (held_bits_ < 32) fill();
    const auto zeros = static_cast<unsigned>(std::countr_zero(held_));
    if (zeros + 1 + width > held_bits_ || zeros > most) {
      const std::uint32_t upper = zeros_then_one(most);
      return upper << width | bits(width);
    }
    const std::uint64_t rest = held_ >> zeros >> 1;
    held_ = rest >> width;
    held_bits_ -= zeros + 1 + width;
    return zeros << width | static_cast<std::uint32_t>(rest & ((std::uint64_t{1} << width) - 1));
  }

  bool is_past_end() const { return is_past_end_; }
  // Nothing but padding is left.
  bool is_at_end() const { return !is_past_end_ && at_ == bytes_.size() && held_bits_ < 8 && held_ == 0; }

 private:
  void drop(unsigned count) {
    if (count > held_bits_) {
      is_past_end_ = true;
      held_ = 0;
      held_bits_ = 0;
      return;
    }
    held_ = count < 64 ? held_ >> count : 0;
    held_bits_ -= count;
  }
  // As many whole bytes as there is room for, out of eight that are read as one number.
  void fill_at_once() {
    std::uint64_t eight = 0;
    std::memcpy(&eight, bytes_.data() + at_, sizeof eight);
    const unsigned more = (64 - held_bits_) / 8;
    if (more < 8) eight &= (std::uint64_t{1} << more * 8) - 1;
    held_ |= eight << held_bits_;
    held_bits_ += more * 8;
    at_ += more;
  }
  void fill() {
    if (bytes_.size() - at_ >= sizeof held_ && held_bits_ <= 56) {
      fill_at_once();
      return;
    }
    while (held_bits_ <= 56 && at_ < bytes_.size()) {
      held_ |= std::uint64_t{bytes_[at_++]} << held_bits_;
      held_bits_ += 8;
    }
    if (held_bits_ == 0) is_past_end_ = true;
  }

  std::span<const std::uint8_t> bytes_;
  std::size_t at_ = 0;
  std::uint64_t held_ = 0;
  unsigned held_bits_ = 0;
  bool is_past_end_ = false;
};

}  // namespace alongside::local_offer
