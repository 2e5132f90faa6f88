#include "app/base/id.hpp"

namespace alongside {
namespace {

constexpr std::size_t uuid_length = 36;

constexpr bool is_hyphen_place(std::size_t index) { return index == 8 || index == 13 || index == 18 || index == 23; }

int nibble(char character) {
  if (character >= '0' && character <= '9') return character - '0';
  if (character >= 'a' && character <= 'f') return character - 'a' + 10;
  if (character >= 'A' && character <= 'F') return character - 'A' + 10;
  return -1;
}

Error not_a_uuid() { return {ErrorCode::InvalidInput, "an identifier is a UUID of 36 characters"}; }

}  // namespace

Result<IdBytes> parse_uuid(std::string_view text) {
  if (text.size() != uuid_length) return not_a_uuid();
  IdBytes bytes{};
  std::size_t digit = 0;
  for (std::size_t index = 0; index < text.size(); ++index) {
    if (is_hyphen_place(index)) {
      if (text[index] != '-') return not_a_uuid();
      continue;
    }
    const int value = nibble(text[index]);
    if (value < 0) return not_a_uuid();
    bytes[digit / 2] = static_cast<std::uint8_t>(bytes[digit / 2] << 4 | value);
    ++digit;
  }
  return bytes;
}

std::string uuid_text(const IdBytes& bytes) {
  constexpr std::string_view hex = "0123456789abcdef";
  std::string out;
  out.reserve(uuid_length);
  for (const std::uint8_t byte : bytes) {
    if (is_hyphen_place(out.size())) out += '-';
    out += hex[byte >> 4];
    out += hex[byte & 15];
  }
  return out;
}

}  // namespace alongside
