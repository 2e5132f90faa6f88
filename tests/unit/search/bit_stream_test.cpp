// BitReader: a number in two parts is the same whether its parts are taken at once or one after the other.
#include "plugins/local_offer/model/search/bit_stream.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <random>
#include <vector>

using namespace alongside;
using namespace alongside::local_offer;

namespace {

struct InParts {
  std::uint32_t upper;
  unsigned width;
  std::uint32_t lower;
};

// Uppers of a few zeros, as most have, and of more than a reader holds at once.
std::vector<InParts> numbers_in_parts() {
  std::mt19937 random(7);
  std::vector<InParts> numbers;
  for (int i = 0; i < 3000; ++i) {
    const unsigned width = random() % 21;
    const std::uint32_t upper = random() % 10 == 0 ? random() % 200 : random() % 4;
    numbers.push_back({upper, width, static_cast<std::uint32_t>(random()) & ((1u << width) - 1)});
  }
  return numbers;
}

Bytes written(const std::vector<InParts>& numbers) {
  BitWriter writer;
  for (const auto& [upper, width, lower] : numbers) {
    writer.zeros_then_one(upper);
    writer.bits(lower, width);
  }
  return writer.take();
}

}  // namespace

TEST_CASE("a number in two parts is read as it was written, however long its upper part is") {
  const auto numbers = numbers_in_parts();
  const Bytes bytes = written(numbers);
  BitReader reader(bytes);
  for (const auto& [upper, width, lower] : numbers)
    CHECK(reader.zeros_and_bits(1000, width) == (upper << width | lower));
  CHECK(reader.is_at_end());
}

TEST_CASE("an upper part is never more than the most that is asked for") {
  for (const std::uint32_t upper : {9u, 40u, 70u, 200u}) {
    const Bytes bytes = written({{upper, 3, 5}});
    BitReader reader(bytes);
    CHECK((reader.zeros_and_bits(8, 3) >> 3) == 8);
  }
}

TEST_CASE("a number that is cut off is said to be, and what follows is bounded") {
  for (const auto& bytes : {Bytes{}, Bytes{0}, Bytes{0, 0, 0, 0, 0, 0, 0, 0, 0}, Bytes{1}}) {
    BitReader reader(bytes);
    for (int i = 0; i < 100; ++i) CHECK(reader.zeros_and_bits(50, 20) < (51u << 20));
    CHECK(reader.is_past_end());
  }
}
