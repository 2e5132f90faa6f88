#include "app/base/text.hpp"

#include "app/base/letters.hpp"
#include "app/base/utf8.hpp"

#include <cstdint>

namespace alongside {
namespace {

constexpr bool is_blank(char character) { return character == ' ' || (character >= '\t' && character <= '\r'); }

// Plain letters for U+00C0..U+017F, one a code point; '.' where a letter has no plain form.
constexpr std::string_view plain_latin =
    "aaaaaa.ceeeeiiii.nooooo.ouuuuy..aaaaaa.ceeeeiiii.nooooo.ouuuuy.y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkk.lllllll"
    "lllnnnnnn...oooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(plain_latin.size() == 0x180 - 0xC0);

constexpr std::uint32_t two_byte_code_point(std::string_view sequence) {
  return (static_cast<std::uint32_t>(sequence[0]) & 0x1F) << 6 | (static_cast<std::uint32_t>(sequence[1]) & 0x3F);
}

constexpr bool is_apostrophe(std::string_view sequence) {
  return sequence == "'" || sequence == "\xE2\x80\x99" || sequence == "\xE2\x80\x98";
}

void append_folded(std::string& out, std::string_view sequence) {
  if (is_apostrophe(sequence)) return;
  if (sequence.size() == 1) {
    const char character = sequence[0];
    out += small_letter(character);
    return;
  }
  if (sequence.size() == 2) {
    const std::uint32_t point = two_byte_code_point(sequence);
    if (point >= 0xC0 && point < 0x180 && plain_latin[point - 0xC0] != '.') {
      out += plain_latin[point - 0xC0];
      return;
    }
    if (point >= 0x300 && point < 0x370) return;  // a separate accent after its letter
  }
  out += sequence;
}

constexpr bool is_word_byte(char character) {
  return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9') ||
         (static_cast<std::uint8_t>(character) & 0x80) != 0;
}

}  // namespace

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> pieces;
  for (std::size_t start = 0;;) {
    const std::size_t end = text.find(separator, start);
    if (end == std::string_view::npos) {
      pieces.push_back(text.substr(start));
      return pieces;
    }
    pieces.push_back(text.substr(start, end - start));
    start = end + 1;
  }
}

std::string search_fold(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t length = sequence_length(text);
    if (length != 0) append_folded(out, text.substr(0, length));
    text.remove_prefix(length == 0 ? 1 : length);
  }
  return out;
}

std::vector<std::string> search_words(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char character : search_fold(text)) {
    if (is_word_byte(character)) {
      word += character;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

}  // namespace alongside
