#include "app/base/base64url.hpp"

#include <cstdint>
#include <utility>

namespace alongside {

std::string base64url(std::span<const std::uint8_t> bytes) {
  std::string text;
  std::uint32_t held = 0;
  int bits = 0;
  for (const std::uint8_t byte : bytes) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 6; bits -= 6) text += base64url_letters[(held >> (bits - 6)) & 63];
  }
  if (bits > 0) text += base64url_letters[(held << (6 - bits)) & 63];
  return text;
}

std::optional<Bytes> base64url_bytes(std::string_view text) {
  Bytes bytes;
  std::uint32_t held = 0;
  int bits = 0;
  for (const char letter : text) {
    const std::size_t value = base64url_letters.find(letter);
    if (value == std::string_view::npos) return std::nullopt;
    held = (held << 6) | static_cast<std::uint32_t>(value);
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push_back(static_cast<std::uint8_t>(held >> bits));
  }
  const bool whole = bits < 6 && (held & ((1u << bits) - 1)) == 0;
  return whole ? std::optional(std::move(bytes)) : std::nullopt;
}

}  // namespace alongside
