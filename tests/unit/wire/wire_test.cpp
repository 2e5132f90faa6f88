#include "tests/unit/wire/wire_test.hpp"

namespace alongside::wire {
namespace {

std::uint8_t nibble(char digit) { return static_cast<std::uint8_t>(digit <= '9' ? digit - '0' : digit - 'a' + 10); }

}  // namespace

Bytes from_hex(std::string_view text) {
  std::string digits;
  for (const char character : text)
    if (character != ' ') digits += character;
  Bytes bytes;
  for (std::size_t index = 0; index + 1 < digits.size(); index += 2)
    bytes.push_back(static_cast<std::uint8_t>(nibble(digits[index]) << 4 | nibble(digits[index + 1])));
  return bytes;
}

std::string to_hex(std::span<const std::uint8_t> bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (const std::uint8_t byte : bytes) {
    if (!text.empty()) text += ' ';
    text += digits[byte >> 4];
    text += digits[byte & 15];
  }
  return text;
}

Bytes frame_around(SchemaId schema, std::span<const std::uint8_t> payload) {
  const auto write = [](FrameWriter& writer, const void* bytes) {
    writer.raw(*static_cast<const std::span<const std::uint8_t>*>(bytes));
  };
  return write_frame(schema, write, &payload);
}

Bytes payload_of(std::span<const std::uint8_t> frame) {
  const std::span<const std::uint8_t> body = frame.first(frame.size() - 4);
  FrameReader reader(body, 4, {});
  reader.unsigned_number();
  reader.unsigned_number();
  const auto payload = reader.blob();
  return Bytes(payload.begin(), payload.end());
}

}  // namespace alongside::wire
