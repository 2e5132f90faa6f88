#include "app/server/listen_address.hpp"

#include <arpa/inet.h>

#include <charconv>

namespace alongside::server {

namespace {

bool is_numeric_address(const std::string& address) {
  in6_addr buffer{};
  return inet_pton(AF_INET, address.c_str(), &buffer) == 1 || inet_pton(AF_INET6, address.c_str(), &buffer) == 1;
}

}  // namespace

bool is_loopback(const ListenAddress& listen) { return listen.address.starts_with("127.") || listen.address == "::1"; }

Result<ListenAddress> parse_listen_address(std::string_view text) {
  const Error error{ErrorCode::InvalidInput, "the address to listen on must look like 127.0.0.1:8080"};
  const std::size_t colon = text.rfind(':');
  if (colon == text.npos) return error;
  std::string_view address = text.substr(0, colon);
  const bool bracketed = address.size() > 2 && address.front() == '[' && address.back() == ']';
  if (bracketed) address = address.substr(1, address.size() - 2);
  ListenAddress listen;
  listen.address = address;
  const std::string_view port = text.substr(colon + 1);
  const auto [end, fault] = std::from_chars(port.data(), port.data() + port.size(), listen.port);
  const bool port_good = fault == std::errc() && end == port.data() + port.size();
  const bool has_colon = address.find(':') != address.npos;
  if (!port_good || has_colon != bracketed || !is_numeric_address(listen.address)) return error;
  return listen;
}

}  // namespace alongside::server
