// KnownWords: the words that both sides know of a service because its summary has them, in the order in which its
// description first says them, and then those that were spelt out. Used to write and to read its other texts.
#pragma once

#include "plugins/local_offer/model/service_summary.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::local_offer {

class KnownWords {
 public:
  explicit KnownWords(const ServiceSummary& service);

  std::size_t size() const { return words_.size(); }
  const std::string& operator[](std::size_t index) const { return words_[index]; }
  std::optional<std::size_t> index_of(std::string_view word) const;

  // The one that is likely to be next: behind the furthest of the summary's words that was said.
  std::size_t next() const { return next_; }
  void said(std::size_t index);
  // What was copied or spelt out: its words are said, and the new ones are known from now on.
  void said_text(std::string_view text);

 private:
  void add(std::string_view text);

  std::vector<std::string> words_;
  std::size_t in_order_ = 0;  // of the summary's own
  std::size_t next_ = 0;
};

// Whether a byte belongs to a word: letters, digits, apostrophes, and all that is not ASCII.
constexpr bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '\'' ||
         static_cast<unsigned char>(c) >= 0x80;
}

constexpr char small_letter(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }
constexpr char capital_letter(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c; }

}  // namespace alongside::local_offer
