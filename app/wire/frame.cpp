#include "app/wire/frame.hpp"

#include "app/wire/crc32c.hpp"

#include <algorithm>
#include <array>
#include <exception>

namespace alongside::wire {
namespace {

constexpr std::array<std::uint8_t, 4> magic{'A', 'L', 'S', '1'};
constexpr std::size_t checksum_bytes = 4;

std::array<std::uint8_t, checksum_bytes> checksum_of(std::span<const std::uint8_t> bytes) {
  const std::uint32_t value = crc32c(bytes);
  return {static_cast<std::uint8_t>(value), static_cast<std::uint8_t>(value >> 8),
          static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 24)};
}

// Checks everything around the payload; returns where the payload starts.
std::size_t read_header(std::span<const std::uint8_t> frame, SchemaId schema, const Limits& limits) {
  const std::span<const std::uint8_t> body = frame.first(frame.size() - checksum_bytes);
  FrameReader reader(body, magic.size(), limits);
  const std::uint64_t id = reader.unsigned_number(UINT32_MAX);
  const std::size_t version_at = reader.offset();
  const std::uint64_t version = reader.unsigned_number(UINT32_MAX);
  const std::size_t length_at = reader.offset();
  const std::uint64_t length = reader.unsigned_number();
  const std::size_t left = body.size() - reader.offset();
  if (length > left) reader.fail_at(DecodeCode::Truncated, length_at);
  if (length < left) reader.fail_at(DecodeCode::TrailingBytes, reader.offset() + static_cast<std::size_t>(length));
  if (!std::ranges::equal(checksum_of(body), frame.last(checksum_bytes)))
    reader.fail_at(DecodeCode::BadChecksum, body.size());
  if (id != schema.id) reader.fail_at(DecodeCode::WrongSchema, magic.size());
  if (version != schema.version) reader.fail_at(DecodeCode::WrongVersion, version_at);
  return reader.offset();
}

}  // namespace

Bytes write_frame(SchemaId schema, WriteFields fields, const void* message) {
  FrameWriter payload;
  fields(payload, message);

  FrameWriter frame;
  frame.raw(magic);
  frame.unsigned_number(schema.id);
  frame.unsigned_number(schema.version);
  frame.blob(payload.bytes());
  frame.raw(checksum_of(frame.bytes()));
  return {frame.bytes().begin(), frame.bytes().end()};
}

std::optional<DecodeError> read_frame(std::span<const std::uint8_t> frame, SchemaId schema, const Limits& limits,
                                      ReadFields fields, void* message) {
  if (frame.size() > limits.frame_bytes) return DecodeError{DecodeCode::TooLarge, 0};
  if (frame.size() < magic.size() + checksum_bytes) return DecodeError{DecodeCode::Truncated, frame.size()};
  if (!std::ranges::equal(frame.first(magic.size()), magic)) return DecodeError{DecodeCode::NotAFrame, 0};
  try {
    const std::size_t start = read_header(frame, schema, limits);
    FrameReader reader(frame.first(frame.size() - checksum_bytes), start, limits);
    fields(reader, message);
    return std::nullopt;
  } catch (const DecodeFailure& failure) {
    return failure.error;
  } catch (const std::exception&) {
    // Only the allocator is left to throw: the value did not fit in memory.
    return DecodeError{DecodeCode::TooLarge, 0};
  }
}

}  // namespace alongside::wire
