// Bytes in addresses: the examples of RFC 4648, section 10, without their padding, and what is no such text.
#include "app/base/base64url.hpp"

#include <doctest/doctest.h>

#include <array>
#include <utility>

using namespace alongside;

TEST_CASE("the standard's examples are written and read") {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 7> examples{{{"", ""},
                                                                                   {"f", "Zg"},
                                                                                   {"fo", "Zm8"},
                                                                                   {"foo", "Zm9v"},
                                                                                   {"foob", "Zm9vYg"},
                                                                                   {"fooba", "Zm9vYmE"},
                                                                                   {"foobar", "Zm9vYmFy"}}};
  for (const auto& [bytes, text] : examples) {
    const Bytes raw(bytes.begin(), bytes.end());
    CHECK(base64url(raw) == text);
    CHECK(base64url_bytes(text) == raw);
  }
  CHECK(base64url(Bytes{0xFB, 0xFF}) == "-_8");
}

TEST_CASE("a second spelling, padding and letters of other alphabets are refused") {
  for (const std::string_view text : {"Zh", "Zm9", "Z", "Zg==", "-_+", "Zm 8"}) CHECK_FALSE(base64url_bytes(text));
}
