// Thousands of heads made wrong at random: each is refused or accepted, and what is accepted keeps
// the guard's promises. The same seed every time, so that a failure can be looked at.
#include "app/server/http_exchange.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace alongside::server;

namespace {

const std::vector<std::string> whole_origins = {"http://localhost:8080"};

const std::string good =
    "POST /api/local_offer/search?q=quiet%20saturday HTTP/1.1\r\nHost: localhost:8080\r\n"
    "Origin: http://localhost:8080\r\nContent-Type: application/x-alongside\r\nContent-Length: 20\r\n"
    "Connection: keep-alive\r\n"
    "Accept-Encoding: gzip, br;q=0.5\r\nIf-None-Match: W/\"a\", \"b\"\r\nAccept-Language: cy-GB, en;q=0.8\r\n\r\n";

const std::vector<std::string> pieces = {"\r\n",
                                         "\n",
                                         "\r",
                                         " ",
                                         "\t",
                                         ":",
                                         "\r\n ",
                                         "%00",
                                         "%2e%2e",
                                         "..",
                                         "//",
                                         "%",
                                         ",",
                                         ";q=",
                                         "\"",
                                         std::string(1, '\0'),
                                         "Transfer-Encoding: chunked\r\n",
                                         "Host: b\r\n",
                                         "Content-Length: 5\r\n",
                                         "Expect: 100-continue\r\n",
                                         "\x80",
                                         "*",
                                         "HTTP/1.0",
                                         "GET",
                                         "HEAD",
                                         std::string(3000, 'a')};

std::string mangled(std::mt19937& random) {
  std::string head = good;
  const auto below = [&](std::size_t limit) { return static_cast<std::size_t>(random()) % limit; };
  for (std::size_t changes = 1 + below(4); changes > 0; --changes) {
    const std::size_t at = below(head.size());
    switch (below(4)) {
      case 0: head[at] = static_cast<char>(random()); break;
      case 1: head.erase(at, below(20)); break;
      case 2: head.insert(at, pieces[below(pieces.size())]); break;
      default: head.insert(at, head.substr(below(head.size()), below(40)));
    }
    if (head.empty()) head = good;
  }
  return head;
}

}  // namespace

TEST_CASE("a head made wrong at random is refused, or accepted within the rules") {
  std::mt19937 random(20261122);
  const CouncilConfig config;
  int accepted = 0;
  for (int i = 0; i < 50'000; ++i) {
    const std::string head = mangled(random);
    CAPTURE(i);
    std::string buffer = head;
    HttpExchange exchange(1);
    if (!exchange.take_head(buffer)) continue;
    exchange.check(config, whole_origins);
    if (exchange.refusal) {
      REQUIRE(exchange.refusal->status >= 400);
      continue;
    }
    ++accepted;
    REQUIRE(exchange.accepted.path.find("..") == std::string::npos);
    REQUIRE(exchange.accepted.path.find("//") == std::string::npos);
    REQUIRE(exchange.accepted.path.find('\0') == std::string::npos);
    REQUIRE(exchange.accepted.path.front() == '/');
    const std::string used = head.substr(0, head.size() - buffer.size());
    REQUIRE(used.find("\r\nTransfer-Encoding:") == std::string::npos);
    REQUIRE(used.size() <= guard_limits::head_bytes);
  }
  CHECK(accepted > 1000);
}
