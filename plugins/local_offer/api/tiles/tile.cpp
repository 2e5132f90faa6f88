#include "plugins/local_offer/api/tiles/tile.hpp"

#include <charconv>

namespace alongside::local_offer {
namespace {

constexpr std::uint32_t most_zoom = 24;

std::optional<std::uint32_t> whole_number(std::string_view text) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  // "007" is another address of the same picture, and there is only one.
  const bool is_plain = error == std::errc() && end == text.data() + text.size() && (text == "0" || text[0] != '0');
  return is_plain ? std::optional(number) : std::nullopt;
}

}  // namespace

std::optional<Tile> tile_of(const server::Request& request) {
  const auto z = whole_number(request.parameter(0));
  const auto x = whole_number(request.parameter(1));
  const auto y = whole_number(request.parameter(2));
  if (!z || !x || !y || *z > most_zoom) return std::nullopt;
  const std::uint32_t wide = std::uint32_t{1} << *z;
  if (*x >= wide || *y >= wide) return std::nullopt;
  return Tile{static_cast<int>(*z), *x, *y};
}

}  // namespace alongside::local_offer
