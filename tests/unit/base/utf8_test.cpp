#include "app/base/utf8.hpp"

#include <doctest/doctest.h>

#include <string>

namespace alongside {
namespace {

using namespace std::string_literals;

TEST_CASE("good text of every length of character is accepted") {
  CHECK(is_text(""));
  CHECK(is_text("Dod o hyd i rywbeth: tŷ, ŵyr, €, 😀\n\tnext"));
  CHECK(is_text("\xEF\xBF\xBF"));      // U+FFFF
  CHECK(is_text("\xF4\x8F\xBF\xBF"));  // U+10FFFF
  CHECK(is_text("\xED\x9F\xBF"));      // just under the surrogates
  CHECK(is_text("\xEE\x80\x80"));      // just over them
}

TEST_CASE("malformed UTF-8 is found where it starts") {
  for (const std::string& bad :
       {"\x80"s, "\xBF"s, "\xC0\x80"s, "\xC1\xBF"s, "\xC3"s, "\xC3\x28"s, "\xE0\x9F\xBF"s, "\xE2\x82"s, "\xE2\x28\xA1"s,
        "\xED\xA0\x80"s, "\xED\xBF\xBF"s, "\xF0\x8F\xBF\xBF"s, "\xF4\x90\x80\x80"s, "\xF5\x80\x80\x80"s, "\xFF"s,
        "\xFE"s, "\xF0\x9F\x98"s, "\xF8\x88\x80\x80\x80"s}) {
    CHECK(text_fault("ok" + bad) == 2);
    CHECK(text_fault("ok" + bad + "ok") == 2);
  }
}

TEST_CASE("a fault is found wherever it stands in a text of any length") {
  for (std::size_t length = 1; length <= 40; ++length) {
    CHECK(is_text(std::string(length, 'a')));
    for (std::size_t place = 0; place < length; ++place) {
      for (const char bad : {'\x01', '\xFF'}) {
        std::string text(length, 'a');
        text[place] = bad;
        CAPTURE(length);
        CHECK(text_fault(text) == place);
      }
    }
  }
}

TEST_CASE("control characters other than new line and tab are not text") {
  for (char control = 0; control < 0x20; ++control) {
    CAPTURE(static_cast<int>(control));
    const bool allowed = control == '\n' || control == '\t';
    CHECK(is_text("a"s + control + "b") == allowed);
  }
}

TEST_CASE("of all pairs of bytes exactly the 1,920 two-byte characters are characters") {
  int accepted = 0;
  for (int first = 0x80; first < 0x100; ++first)
    for (int second = 0; second < 0x100; ++second)
      if (sequence_length(std::string{static_cast<char>(first), static_cast<char>(second)}) == 2) ++accepted;
  CHECK(accepted == 1920);
}

TEST_CASE("length is counted in characters and cutting splits none") {
  CHECK(code_points("tŷ €😀") == 5);
  CHECK(text_prefix("tŷ", 2) == "t");
  CHECK(text_prefix("tŷ", 3) == "tŷ");
  CHECK(text_prefix("😀", 3).empty());
  CHECK(text_prefix("abc", 9) == "abc");
}

TEST_CASE("cleaned text is always text, and good text is left alone") {
  CHECK(clean_text("tŷ\nnext\tone") == "tŷ\nnext\tone");
  CHECK(clean_text("a\r\nb\rc") == "a\nb\nc");
  CHECK(clean_text("a\0b\x1B[31m"s) == "ab[31m");
  CHECK(clean_text("caf\xE9!") == "caf\xEF\xBF\xBD!");
  std::string every_byte;
  for (int byte = 0; byte < 256; ++byte) every_byte += static_cast<char>(byte);
  CHECK(is_text(clean_text(every_byte)));
}

}  // namespace
}  // namespace alongside
