// WordOrder: the terms of each service's texts in the order they were written, so that "in quotes" can
// be told from the same words apart. Made by IndexBuilder; asked by Search.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace alongside::local_offer {

struct WordOrder {
  static constexpr std::uint32_t gap = 0xFFFFFFFF;  // between two texts: a phrase does not reach over it

  std::vector<std::uint32_t> starts{0};  // one a service, and the end
  std::vector<std::uint32_t> terms;

  bool has_phrase(std::uint32_t service, std::span<const std::uint32_t> phrase) const;
};

}  // namespace alongside::local_offer
