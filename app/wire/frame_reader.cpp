#include "app/wire/frame_reader.hpp"

#include "app/base/utf8.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace alongside::wire {
namespace {

constexpr std::size_t longest_number = 10;

}  // namespace

FrameReader::FrameReader(std::span<const std::uint8_t> bytes, std::size_t start, const Limits& limits)
    : InputArchive(this) {
  begin(bytes, start, limits);
}

void FrameReader::begin(std::span<const std::uint8_t> bytes, std::size_t start, const Limits& limits) {
  bytes_ = bytes;
  position_ = start;
  budget_ = limits.decoded_bytes;
  depth_left_ = std::min(limits.depth, deepest);
  end_ = bytes.size();
  records_ = 0;
}

FrameReader::~FrameReader() = default;

void FrameReader::fail_at(DecodeCode code, std::size_t offset) const { throw DecodeFailure{{code, offset}}; }

std::uint64_t FrameReader::long_number(std::uint64_t highest) {
  const std::span<const std::uint8_t> rest = bytes_.subspan(position_, std::min(bytes_left(), longest_number));
  std::uint64_t value = 0;
  unsigned shift = 0;
  for (const std::uint8_t part : rest) {
    value |= static_cast<std::uint64_t>(part & 0x7F) << shift;
    shift += 7;
    if ((part & 0x80) != 0) continue;
    // The tenth byte has room for one bit only.
    if (shift == 70 && part > 1) fail(DecodeCode::OutOfRange);
    if (part == 0 && shift != 7) fail(DecodeCode::Overlong);
    if (value > highest) fail(DecodeCode::OutOfRange);
    position_ += shift / 7;
    return value;
  }
  // Ten bytes that all say that more follows are no number; fewer are the start of one.
  if (rest.size() == longest_number) fail(DecodeCode::OutOfRange);
  fail_at(DecodeCode::Truncated, position_ + rest.size());
}

double FrameReader::fraction() {
  const std::size_t start = position_;
  std::uint64_t bits = 0;
  for (unsigned shift = 0; shift < 64; shift += 8) bits |= static_cast<std::uint64_t>(byte()) << shift;
  const auto value = std::bit_cast<double>(bits);
  if (!std::isfinite(value) || (value == 0 && bits != 0)) fail_at(DecodeCode::BadNumber, start);
  return value;
}

bool FrameReader::flag() {
  const std::size_t start = position_;
  const std::uint8_t value = byte();
  if (value > 1) fail_at(DecodeCode::BadBool, start);
  return value == 1;
}

std::string_view FrameReader::text() {
  const std::span<const std::uint8_t> bytes = blob();
  const std::string_view value(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  if (const auto fault = text_fault(value)) fail_at(DecodeCode::BadText, position_ - bytes.size() + *fault);
  return value;
}

std::size_t FrameReader::record_end() {
  const std::size_t start = position_;
  const std::uint64_t length = unsigned_number();
  if (length > bytes_left()) fail_at(DecodeCode::BadLength, start);
  return position_ + static_cast<std::size_t>(length);
}

std::span<const std::uint8_t> FrameReader::rest_of_record() {
  if (bytes_left() > budget_) fail(DecodeCode::TooLarge);
  budget_ -= bytes_left();
  return raw(bytes_left());
}

}  // namespace alongside::wire
