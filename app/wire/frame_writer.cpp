#include "app/wire/frame_writer.hpp"

#include <algorithm>
#include <array>
#include <bit>

namespace alongside::wire {
namespace {

constexpr std::size_t longest_number = 10;

struct Number {
  std::array<std::uint8_t, longest_number> bytes{};
  std::size_t length = 0;
};

Number leb128(std::uint64_t value) {
  Number number;
  while (value >= 0x80) {
    number.bytes[number.length++] = static_cast<std::uint8_t>(value | 0x80);
    value >>= 7;
  }
  number.bytes[number.length++] = static_cast<std::uint8_t>(value);
  return number;
}

Bytes::difference_type place(std::size_t offset) { return static_cast<Bytes::difference_type>(offset); }

}  // namespace

FrameWriter::FrameWriter(Bytes& out) : OutputArchive(this), out_(out) {}
FrameWriter::~FrameWriter() = default;

void FrameWriter::unsigned_number(std::uint64_t value) {
  const Number number = leb128(value);
  raw(std::span(number.bytes).first(number.length));
}

void FrameWriter::signed_number(std::int64_t value) {
  const auto bits = static_cast<std::uint64_t>(value);
  unsigned_number(bits << 1 ^ (value < 0 ? ~std::uint64_t{0} : 0));
}

void FrameWriter::fraction(double value) {
  const auto bits = std::bit_cast<std::uint64_t>(value == 0 ? 0.0 : value);
  for (unsigned shift = 0; shift < 64; shift += 8) byte(static_cast<std::uint8_t>(bits >> shift));
}

void FrameWriter::text(std::string_view value) {
  unsigned_number(value.size());
  out_.insert(out_.end(), value.begin(), value.end());
}

void FrameWriter::blob(std::span<const std::uint8_t> value) {
  unsigned_number(value.size());
  raw(value);
}

void FrameWriter::raw(std::span<const std::uint8_t> value) { out_.insert(out_.end(), value.begin(), value.end()); }

void FrameWriter::begin_record() { open_.push_back({out_.size()}); }

void FrameWriter::end_record() {
  const OpenRecord record = open_.back();
  open_.pop_back();
  if (record.keep_until != everything) out_.resize(record.keep_until);
  if (open_.empty()) return;
  const Number length = leb128(out_.size() - record.start);
  out_.insert(out_.begin() + place(record.start), length.bytes.begin(), length.bytes.begin() + place(length.length));
}

void FrameWriter::settle_appended(std::size_t field, std::size_t default_from) {
  OpenRecord& record = open_.back();
  if (record.keep_until == everything) record.keep_until = field;
  const std::span written = std::span(out_).subspan(field);
  const bool is_default =
      std::ranges::equal(written.first(default_from - field), written.subspan(default_from - field));
  out_.resize(default_from);
  if (!is_default) record.keep_until = default_from;
}

void FrameWriter::tail(std::span<const std::uint8_t> unknown) {
  if (unknown.empty()) return;
  raw(unknown);
  open_.back().keep_until = out_.size();
}

}  // namespace alongside::wire
