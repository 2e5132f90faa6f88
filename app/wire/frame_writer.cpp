#include "app/wire/frame_writer.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdlib>

namespace alongside::wire {

FrameWriter::FrameWriter() : OutputArchive(this) {}
FrameWriter::~FrameWriter() = default;

std::size_t FrameWriter::long_number(std::uint8_t* to, std::uint64_t value) {
  std::size_t length = 0;
  for (; value >= 0x80; value >>= 7) to[length++] = static_cast<std::uint8_t>(value | 0x80);
  to[length++] = static_cast<std::uint8_t>(value);
  return length;
}

void FrameWriter::fraction(double value) {
  const auto bits = std::bit_cast<std::uint64_t>(value == 0 ? 0.0 : value);
  for (unsigned shift = 0; shift < 64; shift += 8) byte(static_cast<std::uint8_t>(bits >> shift));
}

void FrameWriter::long_length(std::size_t start, std::size_t length) {
  std::array<std::uint8_t, longest_number> number{};
  const std::size_t bytes = long_number(number.data(), length);
  out_.insert(start, bytes - 1);
  for (std::size_t index = 0; index < bytes; ++index) out_[start - 1 + index] = number[index];
}

// A message of ours that no reader of ours would take: a mistake in its type, found by its first test.
void FrameWriter::too_deep() { std::abort(); }

void FrameWriter::settle_appended(std::size_t field, std::size_t default_from) {
  OpenRecord& record = open_[records_ - 1];
  if (record.keep_until == everything) record.keep_until = field;
  const std::span written = bytes().subspan(field);
  const bool is_default =
      std::ranges::equal(written.first(default_from - field), written.subspan(default_from - field));
  out_.truncate(default_from);
  if (!is_default) record.keep_until = default_from;
}

void FrameWriter::tail(std::span<const std::uint8_t> unknown) {
  if (unknown.empty()) return;
  raw(unknown);
  open_[records_ - 1].keep_until = out_.size();
}

}  // namespace alongside::wire
