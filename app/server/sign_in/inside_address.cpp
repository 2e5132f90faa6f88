#include "app/server/sign_in/inside_address.hpp"

#include "app/server/query.hpp"

#include <cstddef>

namespace alongside::server {

std::string inside_address(std::string_view then) {
  constexpr std::size_t longest_then = 500;
  const bool good = then.starts_with('/') && !then.starts_with("//") && then.size() <= longest_then &&
                    then.find_first_of("\\\r\n\t") == then.npos;
  std::string address;
  for (const char c : good ? then : std::string_view("/")) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = byte > 0x20 && byte < 0x7F && c != '"' && c != '<' && c != '>';
    address += plain ? std::string(1, c) : percent_encode(std::string(1, c));
  }
  return address;
}

}  // namespace alongside::server
