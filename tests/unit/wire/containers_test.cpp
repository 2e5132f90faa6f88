#include "tests/unit/wire/sample.hpp"
#include "tests/unit/wire/wire_test.hpp"

#include <doctest/doctest.h>

namespace alongside::wire {
namespace {

using sample::Leaf;
using Words = std::vector<std::string>;
using Numbers = std::map<std::uint32_t, bool>;
using Choice = std::variant<std::monostate, std::uint32_t, std::string>;

TEST_CASE("a list is its count and its items") {
  CHECK(hex_of(Words{"a", ""}) == "02 01 61 00");
  CHECK(hex_of(Words{}) == "00");
  CHECK(value_of<Words>("02 01 61 00") == Words{"a", ""});
  CHECK(hex_of(Bytes{0, 255}) == "02 00 ff");
}

TEST_CASE("a list that claims more items than there are bytes is refused before it is made") {
  CHECK(refusal<Words>("03 00 00") == "bad_length at 0");
  CHECK(refusal<Bytes>("ff ff ff ff 0f 00") == "bad_length at 0");
  CHECK(refusal<std::string>("ff ff ff ff ff ff ff ff ff 01 61") == "bad_length at 0");
}

TEST_CASE("bytes after the last field are refused") {
  CHECK(refusal<Words>("00 00") == "trailing_bytes at 1");
  CHECK(refusal<std::uint32_t>("05 05") == "trailing_bytes at 1");
}

TEST_CASE("map keys rise strictly, so nothing is said twice and there is one order") {
  CHECK(hex_of(Numbers{{1, true}, {2, false}}) == "02 01 01 02 00");
  CHECK(refusal<Numbers>("02 01 01 02 00") == "");
  CHECK(refusal<Numbers>("02 02 01 01 00") == "key_order at 3");
  CHECK(refusal<Numbers>("02 01 01 01 00") == "key_order at 3");
  using Texts = std::map<std::string, std::uint32_t>;
  CHECK(refusal<Texts>("02 01 7a 00 02 c5 b7 00") == "");  // bytes are compared unsigned: z before ŷ
  CHECK(refusal<Texts>("02 02 c5 b7 00 01 7a 00") == "key_order at 5");
}

TEST_CASE("set members rise strictly") {
  using Tags = std::set<std::string>;
  CHECK(hex_of(Tags{"b", "a"}) == "02 01 61 01 62");
  CHECK(refusal<Tags>("02 01 62 01 61") == "key_order at 3");
  CHECK(refusal<Tags>("02 01 61 01 61") == "key_order at 3");
}

TEST_CASE("an array has no count") {
  using Pair = std::array<std::uint16_t, 2>;
  CHECK(hex_of(Pair{1, 128}) == "01 80 01");
  CHECK(refusal<Pair>("01") == "truncated at 1");
}

TEST_CASE("what is absent is a zero and what is there follows a one") {
  using Note = std::optional<std::string>;
  CHECK(hex_of(Note{}) == "00");
  CHECK(hex_of(Note{""}) == "01 00");
  CHECK(refusal<Note>("01 00") == "");
  CHECK(refusal<Note>("02 00") == "bad_bool at 0");
  CHECK(refusal<Note>("01") == "truncated at 1");
  CHECK(refusal<Note>("00 00") == "trailing_bytes at 1");
}

TEST_CASE("a variant names its alternative, which must exist") {
  CHECK(hex_of(Choice{}) == "00");
  CHECK(hex_of(Choice{std::uint32_t{5}}) == "01 05");
  CHECK(hex_of(Choice{"a"}) == "02 01 61");
  CHECK(std::get<std::string>(value_of<Choice>("02 01 61")) == "a");
  CHECK(refusal<Choice>("03") == "unknown_choice at 0");
  CHECK(refusal<Choice>("ff ff ff ff ff ff ff ff ff 01") == "unknown_choice at 0");
  CHECK(refusal<Choice>("81 00 05") == "overlong at 0");
}

TEST_CASE("a record inside another carries its length, which must be true") {
  CHECK(hex_of(Leaf{"a", -1}) == "03 01 61 01");
  CHECK(refusal<Leaf>("03 01 61 01") == "");
  CHECK(refusal<Leaf>("04 01 61 01 00") == "trailing_bytes at 4");  // a closed record does not grow
  CHECK(refusal<Leaf>("02 01 61 01") == "truncated at 3");          // its fields may not leave it
  CHECK(refusal<Leaf>("09 01 61 01") == "bad_length at 0");
  CHECK(refusal<Leaf>("83 00 01 61 01") == "overlong at 0");
}

TEST_CASE("a field inside a record may not reach past the record's end") {
  // The leaf is 3 bytes long, but its name claims 4 of the 6 that follow.
  CHECK(refusal<std::vector<Leaf>>("01 03 04 61 62 63 64 00") == "bad_length at 2");
}

}  // namespace
}  // namespace alongside::wire
