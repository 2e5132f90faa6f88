#include "tests/unit/wire/sample.hpp"
#include "tests/unit/wire/wire_test.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

namespace alongside::wire {
namespace {

TEST_CASE("whole numbers take as few bytes as they need, the same on every machine") {
  CHECK(hex_of<std::uint32_t>(0) == "00");
  CHECK(hex_of<std::uint32_t>(127) == "7f");
  CHECK(hex_of<std::uint32_t>(128) == "80 01");
  CHECK(hex_of<std::uint32_t>(UINT32_MAX) == "ff ff ff ff 0f");
  CHECK(hex_of<std::uint64_t>(UINT64_MAX) == "ff ff ff ff ff ff ff ff ff 01");
  CHECK(hex_of<std::size_t>(300) == hex_of<std::uint16_t>(300));
}

// As the definition has it, a byte at a time.
std::string slow_number(std::uint64_t value) {
  Bytes bytes;
  for (; value >= 0x80; value >>= 7) bytes.push_back(static_cast<std::uint8_t>(value | 0x80));
  bytes.push_back(static_cast<std::uint8_t>(value));
  return to_hex(bytes);
}

TEST_CASE("a number of any width is written as its definition has it, and comes back") {
  for (unsigned width = 0; width < 64; ++width) {
    const std::uint64_t power = std::uint64_t{1} << width;
    for (const std::uint64_t value : {power - 1, power, power + 1, power | 0x5555555555555555 >> (63 - width)}) {
      CAPTURE(value);
      CHECK(hex_of(value) == slow_number(value));
      CHECK(value_of<std::uint64_t>(slow_number(value)) == value);
    }
  }
}

TEST_CASE("signed numbers near zero are short") {
  CHECK(hex_of<std::int32_t>(-1) == "01");
  CHECK(hex_of<std::int32_t>(1) == "02");
  CHECK(hex_of<std::int8_t>(-128) == "ff 01");
  CHECK(hex_of<std::int64_t>(INT64_MIN) == "ff ff ff ff ff ff ff ff ff 01");
  CHECK(value_of<std::int64_t>("ff ff ff ff ff ff ff ff ff 01") == INT64_MIN);
  CHECK(value_of<std::int64_t>("fe ff ff ff ff ff ff ff ff 01") == INT64_MAX);
}

TEST_CASE("a number written longer than it needs is refused") {
  CHECK(refusal<std::uint32_t>("80 00") == "overlong at 0");
  CHECK(refusal<std::uint32_t>("ff 80 00") == "overlong at 0");
  CHECK(refusal<std::int64_t>("80 80 80 80 80 80 80 80 80 00") == "overlong at 0");
}

TEST_CASE("a number its field cannot hold is refused") {
  CHECK(refusal<std::uint8_t>("ff 01") == "");
  CHECK(refusal<std::uint8_t>("80 02") == "out_of_range at 0");
  CHECK(refusal<std::int8_t>("80 02") == "out_of_range at 0");
  CHECK(refusal<std::uint32_t>("80 80 80 80 10") == "out_of_range at 0");
  CHECK(refusal<std::uint64_t>("ff ff ff ff ff ff ff ff ff 02") == "out_of_range at 0");
  CHECK(refusal<std::uint64_t>("ff ff ff ff ff ff ff ff ff 81 00") == "out_of_range at 0");
}

TEST_CASE("a number that stops in the middle is refused") {
  CHECK(refusal<std::uint32_t>("") == "truncated at 0");
  CHECK(refusal<std::uint32_t>("ff") == "truncated at 1");
}

TEST_CASE("V15.3.5: true is one and false is zero, and there is no other truth") {
  CHECK(hex_of(true) == "01");
  CHECK(hex_of(false) == "00");
  for (int byte = 2; byte < 256; ++byte) {
    const std::uint8_t value = static_cast<std::uint8_t>(byte);
    CHECK(refusal<bool>(to_hex({&value, 1})) == "bad_bool at 0");
  }
}

TEST_CASE("only the choices an enum knows are taken") {
  CHECK(hex_of(sample::Colour::Blue) == "02");
  CHECK(refusal<sample::Colour>("02") == "");
  CHECK(refusal<sample::Colour>("03") == "unknown_choice at 0");
  CHECK(refusal<sample::Colour>("c8 01") == "unknown_choice at 0");
  CHECK(refusal<sample::Colour>("80 02") == "out_of_range at 0");
}

TEST_CASE("fractions are eight bytes, finite, and zero has one form") {
  CHECK(hex_of(1.5) == "00 00 00 00 00 00 f8 3f");
  CHECK(hex_of(-0.0) == "00 00 00 00 00 00 00 00");
  CHECK(value_of<double>(hex_of(-123.456)) == -123.456);
  CHECK(refusal<double>("00 00 00 00 00 00 00 80") == "bad_number at 0");  // minus zero
  CHECK(refusal<double>("00 00 00 00 00 00 f0 7f") == "bad_number at 0");  // infinity
  CHECK(refusal<double>("01 00 00 00 00 00 f0 7f") == "bad_number at 0");  // a signalling NaN
  CHECK(refusal<double>("00 00 00 00 00 00 f8 ff") == "bad_number at 0");  // a negative NaN
}

TEST_CASE("text is UTF-8 without control characters, and the fault is found to the byte") {
  CHECK(hex_of(std::string("tŷ\n")) == "04 74 c5 b7 0a");
  CHECK(refusal<std::string>("04 74 c5 b7 09") == "");
  CHECK(refusal<std::string>("02 c0 80") == "bad_text at 1");
  CHECK(refusal<std::string>("03 61 62 00") == "bad_text at 3");
  CHECK(refusal<std::string>("03 61 0d 0a") == "bad_text at 2");
  CHECK(refusal<std::string>("04 61 ed a0 80") == "bad_text at 2");
  CHECK(refusal<std::string>("03 61 62") == "bad_length at 0");
}

TEST_CASE("V2.2.1: Alongside's own values have one form and their own ranges") {
  CHECK(hex_of(Date(-1)) == "01");
  CHECK(refusal<Date>(hex_of<std::int32_t>(2932896)) == "");
  CHECK(refusal<Date>(hex_of<std::int32_t>(2932897)) == "out_of_range at 0");
  CHECK(refusal<Date>(hex_of<std::int32_t>(-719163)) == "out_of_range at 0");
  CHECK(refusal<Money>(hex_of<std::int64_t>(Money::limit)) == "");
  CHECK(refusal<Money>(hex_of<std::int64_t>(-Money::limit - 1)) == "out_of_range at 0");
  const std::string zero = " 00";
  CHECK(refusal<GeoPoint>(hex_of<std::int32_t>(900'000'000) + zero) == "");
  CHECK(refusal<GeoPoint>(hex_of<std::int32_t>(900'000'001) + zero) == "out_of_range at 0");
  CHECK(refusal<GeoPoint>("00 " + hex_of<std::int32_t>(-1'800'000'001)) == "out_of_range at 1");
  CHECK(refusal<Id<int>>("00 01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f") == "");
  CHECK(refusal<Id<int>>("00 01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e") == "truncated at 0");
}

}  // namespace
}  // namespace alongside::wire
