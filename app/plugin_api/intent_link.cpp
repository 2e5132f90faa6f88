#include "app/plugin_api/intent_link.hpp"

#include <cstdint>
#include <optional>

namespace alongside {
namespace {

constexpr std::string_view name = "intent";
// Base64 with the two letters that need no escaping in an address (RFC 4648, section 5), unpadded.
constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

std::string letters_of(const Bytes& bytes) {
  std::string text;
  std::uint32_t held = 0;
  int bits = 0;
  for (const std::uint8_t byte : bytes) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 6; bits -= 6) text += letters[(held >> (bits - 6)) & 63];
  }
  if (bits > 0) text += letters[(held << (6 - bits)) & 63];
  return text;
}

// One spelling for one frame: bits that are left over must be zero.
std::optional<Bytes> bytes_of(std::string_view text) {
  Bytes bytes;
  std::uint32_t held = 0;
  int bits = 0;
  for (const char letter : text) {
    const std::size_t value = letters.find(letter);
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

}  // namespace

std::string intent_link(std::string_view route, const Bytes& frame) {
  const std::string text = letters_of(frame);
  if (route.empty() || text.empty() || text.size() > most_intent_letters) return {};
  Route link = Route::parse(route);
  link.set(name, text);
  return link.text();
}

Bytes intent_of(const Route& route) {
  const std::string_view text = route.value(name);
  if (text.size() > most_intent_letters) return {};
  return bytes_of(text).value_or(Bytes{});
}

}  // namespace alongside
