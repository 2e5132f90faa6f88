#include "app/wire/messages/council.hpp"
#include "app/wire/messages/problem.hpp"
#include "tests/unit/wire/wire_test.hpp"

#include <doctest/doctest.h>

namespace alongside::wire {
namespace {

Council small_council() {
  Council council;
  council.id = "northmere";
  council.name = {"Northmere Council", "Cyngor Northmere"};
  council.nation = Nation::Wales;
  council.help.phone = "01632 960123";
  council.emergency = {"Ring 999.", ""};
  council.places.push_back({"Aldermere", {"NM2"}, 529410000, -28260000, {}});
  return council;
}

TEST_CASE("these bytes are what version 1 of Council looks like for ever") {
  CHECK(to_hex(payload_of(encode_frame(small_council()))) ==
        "09 6e 6f 72 74 68 6d 65 72 65 23 11 4e 6f 72 74 68 6d 65 72 65 20 43 6f 75 6e 63 69 6c "
        "10 43 79 6e 67 6f 72 20 4e 6f 72 74 68 6d 65 72 65 01 "
        "14 02 00 00 0c 30 31 36 33 32 20 39 36 30 31 32 33 00 02 00 00 08 02 00 00 00 00 02 00 00 "
        "0b 09 52 69 6e 67 20 39 39 39 2e 00 "
        "01 18 09 41 6c 64 65 72 6d 65 72 65 01 03 4e 4d 32 a0 9f f1 f8 03 bf da f9 1a");
}

TEST_CASE("a council comes back as it was sent") {
  const Bytes frame = encode_frame(small_council());
  const Result<Council> back = decode_frame<Council>(frame);
  REQUIRE(back.ok());
  CHECK(back->places.at(0).postcode_districts.at(0) == "NM2");
  CHECK(encode_frame(back.value()) == frame);
}

TEST_CASE("a council of an unknown nation is refused") {
  Council council = small_council();
  council.nation = static_cast<Nation>(7);
  CHECK(decode_frame<Council>(encode_frame(council)).error().detail.starts_with("unknown_choice"));
}

TEST_CASE("a refused body is answered with its code and offset") {
  const Problem problem = problem_of({DecodeCode::BadChecksum, 68});
  CHECK(problem.code == "bad_checksum");
  CHECK(problem.offset == 68);
  CHECK(problem.detail == "The body was refused: bad_checksum at byte 68.");
  CHECK(decode_frame<Problem>(encode_frame(problem))->code == "bad_checksum");
}

}  // namespace
}  // namespace alongside::wire
