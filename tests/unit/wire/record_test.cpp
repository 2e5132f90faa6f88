#include "tests/unit/wire/sample.hpp"
#include "tests/unit/wire/wire_test.hpp"

#include <doctest/doctest.h>

namespace alongside::wire {
namespace {

using sample::Box;
using sample::CardFirst;
using sample::CardSecond;
using sample::CardThird;
using sample::Leaf;

template <class Reader, class Writer>
Reader read_as(const Writer& written) {
  return decode_frame<Reader>(encode_frame(written)).value();
}

TEST_CASE("a program reads what a newer one wrote, and gives back what it does not know") {
  const Box<CardThird> newest{{{"a", 3, Leaf{"oak", 1}, {}}, {"b", 0, Leaf{"elm", 2}, {}}}, {}};
  Box<CardFirst> oldest = read_as<Box<CardFirst>>(newest);
  REQUIRE(oldest.cards.size() == 2);
  CHECK(oldest.cards[0].name == "a");
  CHECK(encode_frame(oldest) == encode_frame(newest));

  oldest.cards[0].name = "renamed by the old program";
  const auto again = read_as<Box<CardThird>>(oldest);
  CHECK(again.cards[0].name == "renamed by the old program");
  CHECK(again.cards[0].pages == 3);
  CHECK(again.cards[0].extra->name == "oak");
  CHECK(again.cards[1].extra->weight == 2);
}

TEST_CASE("a program between the two knows some of it and keeps the rest") {
  const Box<CardThird> newest{{{"a", 0, Leaf{"oak", 1}, {}}}, {}};
  auto middle = read_as<Box<CardSecond>>(newest);
  CHECK(encode_frame(middle) == encode_frame(newest));
  middle.cards[0].pages = 12;
  const auto again = read_as<Box<CardThird>>(middle);
  CHECK(again.cards[0].pages == 12);
  CHECK(again.cards[0].extra->name == "oak");
}

TEST_CASE("a newer program reads what an older one wrote, and writes it back unchanged") {
  const Box<CardFirst> oldest{{{"a", {}}}, {}};
  const auto newest = read_as<Box<CardThird>>(oldest);
  CHECK(newest.cards[0].pages == 0);
  CHECK(!newest.cards[0].extra);
  CHECK(encode_frame(newest) == encode_frame(oldest));
}

TEST_CASE("appended fields are not written when they say nothing") {
  CHECK(to_hex(payload_of(encode_frame(Box<CardThird>{{{"a", 0, {}, {}}}, {}}))) == "01 02 01 61");
  CHECK(to_hex(payload_of(encode_frame(Box<CardThird>{{{"a", 7, {}, {}}}, {}}))) == "01 03 01 61 07");
  CHECK(to_hex(payload_of(encode_frame(Box<CardThird>{{{"a", 0, Leaf{"", 0}, {}}}, {}}))) ==
        "01 07 01 61 00 01 02 00 00");
}

TEST_CASE("a trailing appended field that says nothing is refused, since it has a shorter form") {
  const auto decode = [](std::string_view payload) {
    return decode_frame<Box<CardThird>>(frame_around(Box<CardThird>::schema, from_hex(payload)));
  };
  CHECK(decode("01 03 01 61 07").ok());
  CHECK(decode("01 03 01 61 00").error().detail == "not_canonical at byte 12");
  CHECK(decode("01 04 01 61 07 00").error().detail == "not_canonical at byte 13");
}

TEST_CASE("a message grows at its own end too") {
  const Bytes grown = frame_around(Box<CardFirst>::schema, from_hex("00 2a 2b"));
  const auto box = decode_frame<Box<CardFirst>>(grown);
  REQUIRE(box.ok());
  CHECK(to_hex(box->tail.bytes) == "2a 2b");
  CHECK(encode_frame(box.value()) == grown);
}

TEST_CASE("an appended record is left out when it is as new") {
  struct Holding {
    Leaf leaf;
    Tail tail{};
    void serialize(FrameWriter& archive) { archive(appended(CEREAL_NVP(leaf)), tail); }
    void serialize(FrameReader& archive) { archive(appended(CEREAL_NVP(leaf)), tail); }
  };
  CHECK(hex_of(Holding{}) == "00");
  CHECK(hex_of(Holding{{"a", 0}, {}}) == "04 03 01 61 00");
  CHECK(refusal<Holding>("00") == "");
  CHECK(refusal<Holding>("04 03 01 61 00") == "");
  CHECK(refusal<Holding>("03 02 00 00") == "not_canonical at 1");
}

}  // namespace
}  // namespace alongside::wire
