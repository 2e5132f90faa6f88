// A number for the key of a widget that stands for one thing: half of the thing's random id. Used by
// the shell's own pages.
#pragma once

#include "app/base/id.hpp"

#include <cstdint>

namespace alongside::client {

template <class Tag>
std::uint64_t id_number(const Id<Tag>& id) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < 8; ++i) number = (number << 8) | id.bytes()[i];
  return number;
}

}  // namespace alongside::client
