#include "app/wire/crc32c.hpp"
#include "tests/unit/wire/sample.hpp"
#include "tests/unit/wire/wire_test.hpp"

#include <doctest/doctest.h>

namespace alongside::wire {
namespace {

using sample::Everything;
using sample::full_everything;

struct Short {
  static constexpr SchemaId schema{3, 1};
  static constexpr Limits limits{.frame_bytes = 16};
  std::string text;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(text));
  }
};

DecodeError error_of(std::span<const std::uint8_t> frame, const Limits& limits = {}) {
  const auto decoded = decode_frame_checked<Everything>(frame, limits);
  REQUIRE(std::holds_alternative<DecodeError>(decoded));
  return std::get<DecodeError>(decoded);
}

Bytes with_right_checksum(Bytes frame) {
  const std::uint32_t value = crc32c(std::span(frame).first(frame.size() - 4));
  for (std::size_t index = 0; index < 4; ++index)
    frame[frame.size() - 4 + index] = static_cast<std::uint8_t>(value >> 8 * index);
  return frame;
}

TEST_CASE("the checksum is CRC32C as the world computes it") {
  const std::string_view nine = "123456789";
  CHECK(crc32c({reinterpret_cast<const std::uint8_t*>(nine.data()), nine.size()}) == 0xE3069283);
  CHECK(crc32c(Bytes(32, 0)) == 0x8A9136AA);
  CHECK(crc32c({}) == 0);
}

// As the definition has it, a bit at a time.
std::uint32_t slow_crc32c(std::span<const std::uint8_t> bytes) {
  std::uint32_t sum = 0xFFFFFFFF;
  for (const std::uint8_t byte : bytes) {
    sum ^= byte;
    for (int bit = 0; bit < 8; ++bit) sum = sum >> 1 ^ ((sum & 1) != 0 ? 0x82F63B78 : 0);
  }
  return ~sum;
}

TEST_CASE("the quick checksum is the slow one's at every length") {
  Bytes bytes;
  std::uint32_t state = 1;
  for (std::size_t length = 0; length < 2400; ++length) {
    bytes.push_back(static_cast<std::uint8_t>((state = state * 1'664'525 + 1'013'904'223) >> 24));
    if (length % 7 != 0 && length % 768 > 8) continue;  // all around the ends of its stretches, and some between
    CAPTURE(length);
    CHECK(crc32c(bytes) == slow_crc32c(bytes));
  }
}

TEST_CASE("these bytes are what version 1 frames look like for ever") {
  CHECK(to_hex(encode_frame(Holder<std::string>{"hi"})) == "41 4c 53 31 03 01 03 02 68 69 1b f6 d7 0b");
  CHECK(to_hex(payload_of(encode_frame(full_everything()))) ==
        "01 c8 01 d7 04 ff ff ff ff ff ff ff ff ff 01 ff ff ff ff ff ff ff ff ff 01 00 00 00 00 00 00 f8 bf 02 "
        "0b 74 c5 b7 0a e2 82 ac f0 9f 98 80 03 00 ff 0a 03 00 03 6f 6e 65 03 74 77 6f "
        "03 00 02 02 01 02 fe ff ff ff 0f ff ff ff ff 0f 02 05 03 6f 61 6b 0e 02 00 0d "
        "02 01 61 05 03 61 73 68 02 01 62 07 05 62 65 65 63 68 04 03 09 00 00 01 01 12 02 00 00 "
        "02 05 71 75 69 65 74 08 73 61 74 75 72 64 61 79 01 80 01 ff ff 03 01 00 01 01 05 03 66 69 72 06 "
        "03 05 03 65 6c 6d 08 d6 c4 02 f1 c0 01 e0 de c7 f8 03 ff a2 ca 1b "
        "01 23 ab cd 45 67 89 ef 01 23 45 67 89 ab cd ef 07 02 01 00 03 01 01 00");
}

TEST_CASE("every kind of field comes back as it was") {
  const Bytes frame = encode_frame(full_everything());
  const Result<Everything> back = decode_frame<Everything>(frame);
  REQUIRE(back.ok());
  CHECK(encode_frame(back.value()) == frame);
  CHECK(back->grid == full_everything().grid);
  CHECK(back->by_name.at("b").name == "beech");
  CHECK(back->note == "");
  CHECK(back->price.pence() == -12345);
  CHECK(back->tree.branches[1].branches.size() == 1);
}

TEST_CASE("a frame cut short anywhere is refused") {
  const Bytes frame = encode_frame(full_everything());
  for (std::size_t size = 0; size < frame.size(); ++size) {
    CAPTURE(size);
    CHECK(error_of(std::span(frame).first(size)).offset <= size);
  }
}

TEST_CASE("a frame cut short is refused even when its checksum has been made right") {
  const Bytes frame = encode_frame(full_everything());
  for (std::size_t size = 12; size < frame.size(); ++size)
    error_of(with_right_checksum(Bytes(frame.begin(), frame.begin() + static_cast<std::ptrdiff_t>(size))));
}

TEST_CASE("any one flipped bit is found") {
  const Bytes good = encode_frame(full_everything());
  for (std::size_t bit = 0; bit < good.size() * 8; ++bit) {
    Bytes frame = good;
    frame[bit / 8] = static_cast<std::uint8_t>(frame[bit / 8] ^ 1U << (bit % 8));
    CAPTURE(bit);
    error_of(frame);
  }
}

TEST_CASE("one changed byte under a right checksum is refused or is another value's only form") {
  const Bytes good = encode_frame(full_everything());
  for (std::size_t index = 0; index < good.size() - 4; ++index)
    for (const std::uint8_t value : Bytes{0x00, 0x01, 0x7F, 0x80, 0xFF}) {
      Bytes frame = good;
      frame[index] = value;
      frame = with_right_checksum(frame);
      const auto decoded = decode_frame_checked<Everything>(frame);
      if (const auto* all = std::get_if<Everything>(&decoded)) CHECK(encode_frame(*all) == frame);
    }
}

TEST_CASE("V1.5.2: what is not a frame, or not this message, is told apart") {
  Bytes frame = encode_frame(full_everything());
  CHECK(error_of({}) == DecodeError{DecodeCode::Truncated, 0});
  CHECK(error_of(Bytes(64, '{')) == DecodeError{DecodeCode::NotAFrame, 0});
  CHECK(error_of(frame_around({901, 1}, {})) == DecodeError{DecodeCode::WrongSchema, 4});
  CHECK(error_of(frame_around({900, 2}, {})) == DecodeError{DecodeCode::WrongVersion, 6});
  frame.push_back(0);
  CHECK(error_of(frame).code == DecodeCode::TrailingBytes);
}

TEST_CASE("a header that is not in its shortest form is refused") {
  CHECK(error_of(with_right_checksum(from_hex("41 4c 53 31 84 87 00 01 00 00 00 00 00"))).code == DecodeCode::Overlong);
  CHECK(error_of(with_right_checksum(from_hex("41 4c 53 31 ff ff ff ff 1f 01 00 00 00 00 00"))).code ==
        DecodeCode::OutOfRange);
}

TEST_CASE("a frame over its limit is refused unread") {
  const Bytes frame = encode_frame(full_everything());
  CHECK(error_of(frame, {.frame_bytes = frame.size() - 1}) == DecodeError{DecodeCode::TooLarge, 0});
  CHECK(decode_frame<Everything>(frame, {.frame_bytes = frame.size()}).ok());
}

TEST_CASE("a message may name its own limits") {
  CHECK(decode_frame<Short>(encode_frame(Short{"123456789"})).error().code == ErrorCode::TooLarge);
  CHECK(decode_frame<Short>(encode_frame(Short{"1234"})).ok());
}

TEST_CASE("an error tells a program what and where, and a maintainer in words") {
  CHECK(to_error({DecodeCode::BadText, 41}).code == ErrorCode::InvalidInput);
  CHECK(to_error({DecodeCode::BadText, 41}).detail == "bad_text at byte 41");
  CHECK(to_error({DecodeCode::WrongVersion, 5}).code == ErrorCode::Incompatible);
  CHECK(to_error({DecodeCode::TooLarge, 0}).code == ErrorCode::TooLarge);
}

}  // namespace
}  // namespace alongside::wire
