#include "tests/bench/server/requests.hpp"

namespace alongside::bench {

namespace {

std::string head_of(std::string_view method, std::string_view path, std::uint16_t port, std::string_view cookie) {
  std::string head = std::string(method) + " " + std::string(path) +
                     " HTTP/1.1\r\nHost: localhost:" + std::to_string(port) +
                     "\r\nAccept: application/x-alongside\r\nAccept-Encoding: br\r\n";
  if (!cookie.empty()) head += "Cookie: " + std::string(cookie) + "\r\n";
  return head;
}

}  // namespace

std::string get_of(std::string_view path, std::uint16_t port, std::string_view cookie) {
  return head_of("GET", path, port, cookie) + "\r\n";
}

std::string post_of(std::string_view path, std::uint16_t port, std::string_view cookie, const Bytes& frame) {
  std::string request = head_of("POST", path, port, cookie) + "Origin: http://localhost:" + std::to_string(port) +
                        "\r\nContent-Type: application/x-alongside\r\nContent-Length: " + std::to_string(frame.size()) +
                        "\r\n\r\n";
  request.append(frame.begin(), frame.end());
  return request;
}

}  // namespace alongside::bench
