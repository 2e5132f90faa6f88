#include "tests/unit/wire/allocation_counter.hpp"
#include "tests/unit/wire/sample.hpp"
#include "tests/unit/wire/wire_test.hpp"

#include <doctest/doctest.h>

#include <iostream>

namespace alongside::wire {
namespace {

constexpr std::size_t bomb_allowance = 64 * 1024;
constexpr std::string_view eight_million = "80 80 80 04";                   // 8,388,608
constexpr std::string_view nine_byte_count = "80 80 80 80 80 80 80 80 40";  // 2^62, nine bytes

struct Big {
  std::array<std::uint64_t, 32> words{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(words));
  }
};
static_assert(sizeof(Big) == 256);

// How much the heap was asked for while the payload was refused.
template <class T>
std::size_t cost_of_refusing(std::string_view payload) {
  const Bytes frame = frame_around(Holder<T>::schema, from_hex(payload));
  const std::size_t before = bytes_allocated();
  const auto decoded = decode_frame_checked<Holder<T>>(frame);
  const std::size_t cost = bytes_allocated() - before;
  CHECK(std::holds_alternative<DecodeError>(decoded));
  return cost;
}

TEST_CASE("the counter counts, so that the tests after it mean something") {
  const std::size_t before = bytes_allocated();
  const Bytes frame = encode_frame(Holder<Bytes>{Bytes(4000)});
  CHECK(frame.size() > 4000);
  CHECK(bytes_allocated() - before >= 4000);
}

TEST_CASE("the nine-byte bomb is refused with less than 64 KB of memory") {
  std::size_t worst = 0;
  const auto refuse = [&worst](std::size_t cost) { worst = std::max(worst, cost); };
  for (const std::string_view count : {eight_million, nine_byte_count}) {
    refuse(cost_of_refusing<std::vector<Big>>(count));
    refuse(cost_of_refusing<std::string>(count));
    refuse(cost_of_refusing<Bytes>(count));
    refuse(cost_of_refusing<std::vector<std::vector<Big>>>("01 " + std::string(count)));
    refuse(cost_of_refusing<std::map<std::string, Big>>(count));
    refuse(cost_of_refusing<std::set<std::string>>(count));
    refuse(cost_of_refusing<std::optional<std::vector<Big>>>("01 " + std::string(count)));
  }
  // The very bytes that made a stock cereal archive take 2 GB: a byte for the order of bytes and
  // eight for a count of 8,388,608; as a whole body, and as a payload.
  const Bytes stock = from_hex("01 00 00 80 00 00 00 00 00");
  REQUIRE(stock.size() == 9);
  const std::size_t before = bytes_allocated();
  CHECK(!decode_frame<Holder<std::vector<Big>>>(stock).ok());
  refuse(bytes_allocated() - before);
  refuse(cost_of_refusing<std::vector<Big>>(to_hex(stock)));
  std::cout << "nine-byte bomb: refused, at most " << worst << " bytes allocated (limit " << bomb_allowance << ")\n";
  CHECK(worst <= bomb_allowance);
}

TEST_CASE("V1.4.1: a claim that fits the bytes but not the budget is refused before memory is taken") {
  const std::size_t count = 200'000;  // one byte each in the frame, 51 MB as records
  Bytes payload = from_hex(hex_of<std::uint64_t>(count));
  payload.resize(payload.size() + count, 0);
  const Bytes frame = frame_around(Holder<int>::schema, payload);
  const std::size_t before = bytes_allocated();
  const auto decoded = decode_frame_checked<Holder<std::vector<Big>>>(frame);
  CHECK(bytes_allocated() - before <= bomb_allowance);
  REQUIRE(std::holds_alternative<DecodeError>(decoded));
  CHECK(std::get<DecodeError>(decoded).code == DecodeCode::TooLarge);
}

TEST_CASE("a claim takes no more memory than is in proportion to the bytes that came") {
  // As many records as bytes: within every limit but this, and the first is already wrong.
  const auto refused = [](std::size_t records) {
    Bytes payload = from_hex(hex_of<std::uint64_t>(records));
    payload.resize(20'000, 0);
    const Bytes frame = frame_around(Holder<int>::schema, payload);
    const std::size_t before = bytes_allocated();
    const std::string why = decode_frame<Holder<std::vector<Big>>>(frame).error().detail;
    CHECK(bytes_allocated() - before <= memory_for_each_byte * frame.size() + 1024);  // and the words of the error
    return why;
  };
  CHECK(refused(19'000).starts_with("too_large"));
  CHECK(refused(2'000).starts_with("truncated"));
}

TEST_CASE("a small frame has enough memory for a record with many fields, and no more") {
  const Limits limits;
  CHECK(limits.memory_for(1) == least_memory);
  CHECK(limits.memory_for(100'000) == 3'200'000);
  CHECK(limits.memory_for(SIZE_MAX / 64) == limits.decoded_bytes);
}

TEST_CASE("many small lists cannot add up past the budget") {
  using Nested = std::vector<std::vector<std::string>>;
  Nested many(5'000, std::vector<std::string>(10, "a"));
  const Bytes frame = encode_frame(Holder<Nested>{many});
  CHECK(decode_frame<Holder<Nested>>(frame).ok());
  const Limits tight{.decoded_bytes = 500'000};
  CHECK(decode_frame<Holder<Nested>>(frame, tight).error().code == ErrorCode::TooLarge);
}

TEST_CASE("what is kept for a newer edition is charged to the budget as well") {
  Bytes payload = from_hex("00");
  payload.resize(100'000, 1);
  const Bytes frame = frame_around({901, 1}, payload);
  CHECK(decode_frame<sample::Box<sample::CardFirst>>(frame).ok());
  const Limits tight{.decoded_bytes = 50'000};
  CHECK(decode_frame<sample::Box<sample::CardFirst>>(frame, tight).error().code == ErrorCode::TooLarge);
}

// A branch in a branch in a branch, as canonical bytes.
Bytes nested_branches(std::size_t levels) {
  Bytes bytes{0};
  for (std::size_t level = 1; level < levels; ++level) {
    FrameWriter outer;
    outer.byte(1);
    outer.blob(bytes);
    bytes.assign(outer.bytes().begin(), outer.bytes().end());
  }
  return bytes;
}

DecodeError depth_error(std::size_t levels, const Limits& limits = {}) {
  FrameWriter writer;
  writer.blob(nested_branches(levels));
  const Bytes payload(writer.bytes().begin(), writer.bytes().end());
  const auto decoded = decode_frame_checked<Holder<sample::Branch>>(frame_around({3, 1}, payload), limits);
  return std::holds_alternative<DecodeError>(decoded) ? std::get<DecodeError>(decoded) : DecodeError{};
}

TEST_CASE("things inside each other end at the thirty-second, whatever limit is asked for") {
  CHECK(depth_error(15) == DecodeError{});  // the message, and 15 branches each with a list
  CHECK(depth_error(16).code == DecodeCode::TooDeep);
  CHECK(depth_error(16, {.depth = 1000}).code == DecodeCode::TooDeep);
  CHECK(depth_error(5, {.depth = 8}).code == DecodeCode::TooDeep);
}

TEST_CASE("a hundred thousand levels do not reach the end of the stack") {
  CHECK(depth_error(5'000).code == DecodeCode::TooDeep);
  Bytes ones(100'000, 1);
  CHECK(!decode_frame<Holder<sample::Branch>>(frame_around({3, 1}, ones)).ok());
}

TEST_CASE("nothing half read is handed out") {
  const Result<Holder<std::vector<std::string>>> result =
      decode_frame<Holder<std::vector<std::string>>>(frame_around({3, 1}, from_hex("03 01 61 01 62 01")));
  CHECK(!result.ok());
  CHECK(result.error().detail == "bad_length at byte 12");
}

}  // namespace
}  // namespace alongside::wire
