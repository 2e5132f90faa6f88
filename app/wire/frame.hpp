// Frames: a message as bytes, to send or to keep.
//   "ALS1" · schema id · schema version · payload length (varints) · payload · CRC32C (4 bytes,
//   little-endian, of everything before it).
// encode_frame and decode_frame are for everyone; bytes are checked completely before a value is
// handed out, and whatever is accepted encodes to the same bytes again.
#pragma once

#include "app/base/bytes.hpp"
#include "app/base/result.hpp"
#include "app/wire/decode_error.hpp"
#include "app/wire/limits.hpp"
#include "app/wire/schema.hpp"
#include "app/wire/types.hpp"

#include <optional>
#include <span>
#include <variant>

namespace alongside::wire {

// The untyped half, kept out of the templates so that plugins stay small.
using WriteFields = void (*)(FrameWriter&, const void* message);
using ReadFields = void (*)(FrameReader&, void* message);
Bytes write_frame(SchemaId schema, WriteFields fields, const void* message);
std::optional<DecodeError> read_frame(std::span<const std::uint8_t> frame, SchemaId schema, const Limits& limits,
                                      ReadFields fields, void* message);

template <Message T>
Bytes encode_frame(const T& message) {
  return write_frame(
      T::schema, [](FrameWriter& writer, const void* value) { writer(*static_cast<const T*>(value)); }, &message);
}

template <Message T>
std::optional<DecodeError> read_message(std::span<const std::uint8_t> frame, const Limits& limits, T& message) {
  return read_frame(
      frame, T::schema, limits, [](FrameReader& reader, void* value) { reader(*static_cast<T*>(value)); }, &message);
}

template <Message T>
Result<T> decode_frame(std::span<const std::uint8_t> frame, const Limits& limits = limits_of<T>()) {
  T message{};
  if (const auto error = read_message(frame, limits, message)) return to_error(*error);
  return message;
}

// The same for whoever answers with the code and the offset: the message, or why not.
template <Message T>
std::variant<T, DecodeError> decode_frame_checked(std::span<const std::uint8_t> frame,
                                                  const Limits& limits = limits_of<T>()) {
  T message{};
  if (const auto error = read_message(frame, limits, message)) return *error;
  return message;
}

}  // namespace alongside::wire
