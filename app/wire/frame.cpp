#include "app/wire/frame.hpp"

#include "app/wire/crc32c.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <exception>

namespace alongside::wire {
namespace {

constexpr std::array<std::uint8_t, 4> magic{'A', 'L', 'S', '1'};
constexpr std::size_t checksum_bytes = 4;
constexpr std::size_t longest_header = magic.size() + 3 * longest_number;

std::uint32_t checksum_at(const std::uint8_t* bytes) {
  std::uint32_t value = 0;
  std::memcpy(&value, bytes, checksum_bytes);  // little-endian, as we are (varint.hpp)
  return value;
}

// Checks everything around the payload; returns where the payload starts.
std::size_t read_header(std::span<const std::uint8_t> frame, SchemaId schema, const Limits& limits) {
  const std::span<const std::uint8_t> body = frame.first(frame.size() - checksum_bytes);
  FrameReader reader(body, magic.size(), limits);
  const std::uint64_t id = reader.unsigned_number(UINT32_MAX);
  const std::uint8_t* const version_at = reader.at();
  const std::uint64_t version = reader.unsigned_number(UINT32_MAX);
  const std::uint8_t* const length_at = reader.at();
  const std::uint64_t length = reader.unsigned_number();
  const std::size_t left = reader.bytes_left();
  if (length > left) reader.fail_at(DecodeCode::Truncated, length_at);
  if (length < left) reader.fail_at(DecodeCode::TrailingBytes, reader.at() + length);
  const std::uint8_t* const body_end = body.data() + body.size();
  if (crc32c(body) != checksum_at(body_end)) reader.fail_at(DecodeCode::BadChecksum, body_end);
  if (id != schema.id) reader.fail_at(DecodeCode::WrongSchema, body.data() + magic.size());
  if (version != schema.version) reader.fail_at(DecodeCode::WrongVersion, version_at);
  return reader.offset();
}

std::size_t write_header(std::span<std::uint8_t, longest_header> room, SchemaId schema, std::size_t length) {
  std::ranges::copy(magic, room.begin());
  std::uint8_t* to = room.data() + magic.size();
  for (const std::uint64_t number : {std::uint64_t{schema.id}, std::uint64_t{schema.version}, std::uint64_t{length}})
    to = put_number(to, number);
  return static_cast<std::size_t>(to - room.data());
}

}  // namespace

Bytes write_frame(SchemaId schema, WriteFields fields, const void* message) {
  FrameWriter payload;
  fields(payload, message);
  const std::span<const std::uint8_t> written = payload.bytes();

  std::array<std::uint8_t, longest_header> header{};
  const std::size_t header_bytes = write_header(header, schema, written.size());
  Bytes frame;
  frame.reserve(header_bytes + written.size() + checksum_bytes);
  frame.insert(frame.end(), header.begin(), header.begin() + header_bytes);
  frame.insert(frame.end(), written.begin(), written.end());
  const std::uint32_t checksum = crc32c(frame);
  for (unsigned shift = 0; shift < 32; shift += 8) frame.push_back(static_cast<std::uint8_t>(checksum >> shift));
  return frame;
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
