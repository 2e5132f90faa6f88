#include "app/server/checksum.hpp"

#include <cstdint>

namespace alongside::server {

std::string checksum(std::string_view bytes) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (char c : bytes) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3u;
  }
  std::string out(16, '0');
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[out.size() - 1 - i] = "0123456789abcdef"[hash & 15];
    hash >>= 4;
  }
  return out;
}

}  // namespace alongside::server
