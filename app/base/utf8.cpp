#include "app/base/utf8.hpp"

#include <cstdint>
#include <cstring>

namespace alongside {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

constexpr std::uint8_t byte_at(std::string_view text, std::size_t index) {
  return static_cast<std::uint8_t>(text[index]);
}

// The second byte's range depends on the first: that is what keeps out overlong forms, surrogates
// and anything past U+10FFFF.
struct Lead {
  std::size_t length;
  std::uint8_t second_from;
  std::uint8_t second_to;
};

constexpr Lead lead_of(std::uint8_t byte) {
  if (byte < 0x80) return {1, 0, 0};
  if (byte < 0xC2) return {0, 0, 0};
  if (byte < 0xE0) return {2, 0x80, 0xBF};
  if (byte == 0xE0) return {3, 0xA0, 0xBF};
  if (byte == 0xED) return {3, 0x80, 0x9F};
  if (byte < 0xF0) return {3, 0x80, 0xBF};
  if (byte == 0xF0) return {4, 0x90, 0xBF};
  if (byte < 0xF4) return {4, 0x80, 0xBF};
  if (byte == 0xF4) return {4, 0x80, 0x8F};
  return {0, 0, 0};
}

constexpr bool is_refused_control(char character) {
  const auto byte = static_cast<std::uint8_t>(character);
  return byte < 0x20 && character != '\n' && character != '\t';
}

// Eight bytes from 0x20 to 0x7F: none has its high bit set, and none borrows when 0x20 is taken away.
bool are_eight_letters(const char* bytes) {
  constexpr std::uint64_t high_bits = 0x8080808080808080;
  constexpr std::uint64_t spaces = 0x2020202020202020;
  std::uint64_t eight = 0;
  std::memcpy(&eight, bytes, sizeof eight);
  return ((eight | (eight - spaces)) & high_bits) == 0;
}

// How many bytes from the start are such letters, in steps of eight; the last step may look at some twice.
std::size_t plain_start(std::string_view text) {
  constexpr std::size_t step = sizeof(std::uint64_t);
  if (text.size() < step) return 0;
  const std::size_t last = text.size() - step;
  for (std::size_t index = 0; index < last; index += step)
    if (!are_eight_letters(text.data() + index)) return index;
  return are_eight_letters(text.data() + last) ? text.size() : last / step * step;
}

}  // namespace

std::size_t sequence_length(std::string_view text) {
  if (text.empty()) return 0;
  const Lead lead = lead_of(byte_at(text, 0));
  if (lead.length <= 1) return lead.length;
  if (text.size() < lead.length) return 0;
  if (byte_at(text, 1) < lead.second_from || byte_at(text, 1) > lead.second_to) return 0;
  for (std::size_t index = 2; index < lead.length; ++index)
    if ((byte_at(text, index) & 0xC0) != 0x80) return 0;
  return lead.length;
}

std::optional<std::size_t> text_fault(std::string_view text) {
  // Nearly all text is letters of ASCII, which need no further look.
  for (std::size_t index = plain_start(text); index < text.size();) {
    if (text.size() - index >= sizeof(std::uint64_t) && are_eight_letters(text.data() + index)) {
      index += sizeof(std::uint64_t);
      continue;
    }
    if (byte_at(text, index) >= 0x20 && byte_at(text, index) < 0x80) {
      ++index;
      continue;
    }
    const std::size_t length = sequence_length(text.substr(index));
    if (length == 0 || is_refused_control(text[index])) return index;
    index += length;
  }
  return std::nullopt;
}

std::size_t code_points(std::string_view text) {
  std::size_t count = 0;
  for (const char character : text)
    if ((static_cast<std::uint8_t>(character) & 0xC0) != 0x80) ++count;
  return count;
}

std::string_view text_prefix(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && (byte_at(text, bytes) & 0xC0) == 0x80) --bytes;
  return text.substr(0, bytes);
}

std::string clean_text(std::string_view text) {
  if (is_text(text)) return std::string(text);  // as nearly all of it is
  std::string out;
  out.reserve(text.size());
  for (std::size_t index = 0; index < text.size();) {
    const std::size_t length = sequence_length(text.substr(index));
    if (length == 0) {
      out += replacement;
    } else if (text[index] == '\r') {
      if (text.substr(index + 1, 1) != "\n") out += '\n';
    } else if (!is_refused_control(text[index])) {
      out += text.substr(index, length);
    }
    index += length == 0 ? 1 : length;
  }
  return out;
}

}  // namespace alongside
