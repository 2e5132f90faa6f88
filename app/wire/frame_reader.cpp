#include "app/wire/frame_reader.hpp"

#include "app/base/utf8.hpp"

#include <algorithm>
#include <string_view>

namespace alongside::wire {

FrameReader::FrameReader(std::span<const std::uint8_t> bytes, std::size_t start, const Limits& limits)
    : InputArchive(this) {
  begin(bytes, start, limits);
}

void FrameReader::begin(std::span<const std::uint8_t> bytes, std::size_t start, const Limits& limits) {
  first_ = bytes.data();
  at_ = first_ + start;
  end_ = first_ + bytes.size();
  budget_ = limits.memory_for(bytes.size());
  depth_left_ = std::min(limits.depth, deepest);
  records_ = 0;
}

FrameReader::~FrameReader() = default;

void FrameReader::fail_at(DecodeCode code, const std::uint8_t* at) const {
  throw DecodeFailure{{code, static_cast<std::size_t>(at - first_)}};
}

FrameReader::Number FrameReader::long_number(const std::uint8_t* at, std::uint64_t highest) const {
  const std::uint8_t* const stop = at + std::min(bytes_from(at), longest_number);
  std::uint64_t value = 0;
  unsigned shift = 0;
  for (const std::uint8_t* next = at; next != stop; ++next, shift += 7) {
    const std::uint8_t part = *next;
    value |= static_cast<std::uint64_t>(part & 0x7F) << shift;
    if ((part & 0x80) != 0) continue;
    // The tenth byte has room for one bit only.
    if (shift == 63 && part > 1) fail_at(DecodeCode::OutOfRange, at);
    if (part == 0 && shift != 0) fail_at(DecodeCode::Overlong, at);
    if (value > highest) fail_at(DecodeCode::OutOfRange, at);
    return {value, next + 1};
  }
  // Ten bytes that all say that more follows are no number; fewer are the start of one.
  if (shift == 7 * longest_number) fail_at(DecodeCode::OutOfRange, at);
  fail_at(DecodeCode::Truncated, stop);
}

void FrameReader::text(std::string& value) {
  const std::span<const std::uint8_t> bytes = blob();
  if (bytes.empty()) return value.clear();  // as most fields of most records are
  const std::string_view found(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  if (const auto fault = text_fault(found)) fail_at(DecodeCode::BadText, bytes.data() + *fault);
  value = found;
}

const std::uint8_t* FrameReader::record_end() {
  const std::uint8_t* const start = at_;
  const std::uint64_t length = unsigned_number();
  if (length > bytes_left()) fail_at(DecodeCode::BadLength, start);
  return at_ + length;
}

std::span<const std::uint8_t> FrameReader::rest_of_record() {
  if (bytes_left() > budget_) fail(DecodeCode::TooLarge);
  budget_ -= bytes_left();
  return raw(bytes_left());
}

}  // namespace alongside::wire
