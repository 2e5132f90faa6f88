#include "app/ui/fonts.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <vector>

using alongside::ui::height_per_em;

namespace {

void put(std::vector<std::uint8_t>& bytes, std::size_t at, std::uint32_t value, int count) {
  for (int i = 0; i < count; ++i)
    bytes[at + static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(value >> (8 * (count - 1 - i)));
}

// Only the two tables that are read.
std::vector<std::uint8_t> small_font() {
  std::vector<std::uint8_t> bytes(44 + 54 + 36);
  put(bytes, 4, 2, 2);
  put(bytes, 12, 0x68656164, 4), put(bytes, 20, 44, 4);
  put(bytes, 28, 0x68686561, 4), put(bytes, 36, 98, 4);
  put(bytes, 44 + 18, 1000, 2);
  put(bytes, 98 + 4, 950, 2), put(bytes, 98 + 6, 0x10000 - 290, 2);
  return bytes;
}

}  // namespace

TEST_CASE("the height of a font's line is read from its file") {
  const auto height = height_per_em(small_font());
  REQUIRE(height.ok());
  CHECK(height.value() == doctest::Approx(1.24));
}

TEST_CASE("what is not a font is refused wherever it ends or lies") {
  const std::vector<std::uint8_t> good = small_font();
  for (std::size_t size = 0; size < good.size(); ++size) {
    CHECK_FALSE(height_per_em({good.data(), size}).ok());
  }
  std::vector<std::uint8_t> wild = good;
  put(wild, 20, 0xFFFFFFF0, 4);
  CHECK_FALSE(height_per_em(wild).ok());
  std::vector<std::uint8_t> flat = good;
  put(flat, 98 + 4, 0, 2);
  CHECK_FALSE(height_per_em(flat).ok());
}
