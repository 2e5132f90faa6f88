// Comparing secrets so that the time it takes does not tell how much of them was right.
#pragma once

#include <cstddef>
#include <string_view>

namespace alongside::server {

inline bool equal_in_constant_time(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  unsigned different = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    different |= static_cast<unsigned>(static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]));
  }
  return different == 0;
}

}  // namespace alongside::server
