#include "app/server/web_address.hpp"

#include <algorithm>

namespace alongside::server {

namespace {

constexpr std::size_t longest_web_address = 1000;

bool is_web_host_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || (c >= 'A' && c <= 'Z');
}

// A host and perhaps a port.
bool is_web_host(std::string_view host) {
  const std::size_t colon = host.rfind(':');
  if (colon != host.npos) {
    const std::string_view port = host.substr(colon + 1);
    if (port.empty() || port.size() > 5 || port.find_first_not_of("0123456789") != port.npos) return false;
    host = host.substr(0, colon);
  }
  return !host.empty() && host.size() <= 253 && std::ranges::all_of(host, is_web_host_letter);
}

bool is_loopback_host(std::string_view host) {
  host = host.substr(0, host.rfind(':'));
  return host == "127.0.0.1" || host == "localhost";
}

bool is_plain_in_address(char c) {
  return c > ' ' && c < 0x7F && c != '"' && c != '<' && c != '>' && c != '\\' && c != '^' && c != '`' && c != '{' &&
         c != '|' && c != '}' && c != '#';
}

}  // namespace

bool is_safe_web_address(std::string_view address) {
  if (address.size() > longest_web_address || !std::ranges::all_of(address, is_plain_in_address)) return false;
  const bool encrypted = address.starts_with("https://");
  if (!encrypted && !address.starts_with("http://")) return false;
  const std::string_view rest = address.substr(encrypted ? 8 : 7);
  const std::string_view host = rest.substr(0, rest.find_first_of("/?"));
  return is_web_host(host) && (encrypted || is_loopback_host(host));
}

bool is_safe_issuer(std::string_view address) {
  return is_safe_web_address(address) && address.find('?') == address.npos;
}

}  // namespace alongside::server
