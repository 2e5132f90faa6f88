// What the wire tests share: bytes written by hand as hexadecimal, and frames with a right header
// and checksum around any payload, so that a test reaches the check it is about.
#pragma once

#include "app/wire/frame.hpp"

#include <string>
#include <string_view>

namespace alongside::wire {

// "01 ff" → {1, 255}; spaces are ignored.
Bytes from_hex(std::string_view text);
std::string to_hex(std::span<const std::uint8_t> bytes);

Bytes frame_around(SchemaId schema, std::span<const std::uint8_t> payload);
// A frame's own payload.
Bytes payload_of(std::span<const std::uint8_t> frame);

// A message of one field, for looking at that field's bytes alone.
template <class T>
struct Holder {
  static constexpr SchemaId schema{3, 1};
  T value{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(value));
  }
};
inline constexpr std::size_t holder_payload_at = 7;  // magic, id, version, one byte of length

template <class T>
std::string hex_of(const T& value) {
  return to_hex(payload_of(encode_frame(Holder<T>{value})));
}

// "" when the payload is one T and is written back as it was; else "code at byte of the payload".
template <class T>
std::string refusal(std::string_view hex) {
  const Bytes frame = frame_around(Holder<T>::schema, from_hex(hex));
  const auto decoded = decode_frame_checked<Holder<T>>(frame);
  if (const auto* error = std::get_if<DecodeError>(&decoded))
    return std::string(name_of(error->code)) + " at " + std::to_string(error->offset - holder_payload_at);
  return encode_frame(std::get<0>(decoded)) == frame ? "" : "not the same bytes again";
}

template <class T>
T value_of(std::string_view hex) {
  return decode_frame<Holder<T>>(frame_around(Holder<T>::schema, from_hex(hex))).value().value;
}

}  // namespace alongside::wire
