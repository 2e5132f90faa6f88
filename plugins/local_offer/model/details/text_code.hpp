// How the texts of a service are written by words that its summary has (KnownWords): one byte a step, since most texts
// go on with the next known word, or say one again.
//
//   00–3F  1 to 64 of the next known words        C1  a capital for the word that follows
//   40–BF  known word 0 to 127                     C2  varint n: the summary's first n bytes
//   C0     known word 128 + varint                 C3  the text ends
//   C4     varint n: n bytes, spelt out            C5–FF  1 to 59 bytes, spelt out
//
// Between two words that are not spelt out stands a space that nobody writes. Written by the API, read by pages.
#pragma once

#include "app/base/bytes.hpp"
#include "plugins/local_offer/model/details/known_words.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace alongside::local_offer {

struct TextStep {
  static constexpr std::uint8_t run = 0x00, word = 0x40, far_word = 0xC0, capital = 0xC1, summary = 0xC2, end = 0xC3,
                                long_literal = 0xC4, literal = 0xC5;
  static constexpr std::size_t longest_run = word - run, near_words = far_word - word,
                               longest_literal = 0x100 - literal;
};

// All texts of one service together may be as long; a longer one is not written in this way.
inline constexpr std::size_t most_text = std::size_t{1} << 20;

// Reads bytes that nobody vouches for. `known` and `summary` must live as long.
class TextReader {
 public:
  TextReader(std::span<const std::uint8_t> code, KnownWords& known, std::string_view summary)
      : code_(code), known_(known), summary_(summary) {}

  // The next text; nothing when the code is spoilt, ends, or says too much.
  std::optional<std::string> next();
  bool at_end() const { return at_ == code_.size(); }

 private:
  enum class Case : std::uint8_t { AsKnown, Capital };
  bool step(std::uint8_t byte, std::string& text);
  bool say(std::size_t index, std::string& text);
  bool take(std::string_view bytes, std::string& text);
  bool spell(std::size_t count, std::string& text);
  std::optional<std::size_t> number();

  std::span<const std::uint8_t> code_;
  KnownWords& known_;
  std::string_view summary_;
  std::size_t at_ = 0;
  std::size_t said_ = 0;  // bytes of all texts
  bool after_word_ = false;
  Case case_ = Case::AsKnown;
};

}  // namespace alongside::local_offer
