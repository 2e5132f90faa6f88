#include "app/client/store/sequence_key.hpp"

namespace alongside::client {

std::string sequence_key(std::uint64_t sequence) {
  constexpr const char* digits = "0123456789abcdef";
  std::string key(16, '0');
  for (std::size_t i = 16; i-- > 0; sequence >>= 4) key[i] = digits[sequence & 15];
  return key;
}

std::uint64_t sequence_of(std::string_view key) {
  if (key.size() != 16) return 0;
  std::uint64_t sequence = 0;
  for (const char letter : key) {
    const bool digit = letter >= '0' && letter <= '9';
    if (!digit && !(letter >= 'a' && letter <= 'f')) return 0;
    sequence = sequence << 4 | static_cast<std::uint64_t>(digit ? letter - '0' : letter - 'a' + 10);
  }
  return sequence;
}

}  // namespace alongside::client
