// TextWriter: writes the texts of a service by the words that its summary has (model/details/text_code.hpp). Used by
// write_detail.
#pragma once

#include "app/base/bytes.hpp"
#include "plugins/local_offer/model/details/known_words.hpp"

#include <string>
#include <string_view>

namespace alongside::local_offer {

class TextWriter {
 public:
  TextWriter(KnownWords& known, std::string_view summary) : known_(known), summary_(summary) {}

  void write(std::string_view text);
  Bytes take() { return std::move(code_); }

 private:
  void copy_beginning();
  bool write_word();
  void say(std::size_t index);
  void end_run();
  void spell();
  void number(std::size_t value);

  KnownWords& known_;
  std::string_view summary_;
  Bytes code_;
  std::string_view rest_;     // of the text that is being written
  std::string literal_;       // not spelt out yet
  std::size_t run_ = 0;       // next known words, not written yet
  bool after_word_ = false;   // what was written last is a word that is not spelt out
  bool space_waits_ = false;  // the space behind it, which a word swallows
};

}  // namespace alongside::local_offer
