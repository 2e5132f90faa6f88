#include "app/client/store/sequence_key.hpp"

#include <doctest/doctest.h>

namespace alongside::client {
namespace {

TEST_CASE("only a key that we could have written is a sequence") {
  CHECK(sequence_of(sequence_key(0x1234567890abcdef)) == 0x1234567890abcdef);
  CHECK(sequence_of("12") == 0);
  CHECK(sequence_of("000000000000000G") == 0);
  CHECK(sequence_of("00000000000000FF") == 0);
}

TEST_CASE("keys sort as their numbers do") {
  CHECK(sequence_key(9) < sequence_key(10));
  CHECK(sequence_key(255) < sequence_key(256));
  CHECK(sequence_key(42) == "000000000000002a");
}

}  // namespace
}  // namespace alongside::client
