// The security headers: on every response, whatever went wrong.
#include "tests/contract/raw_client.hpp"
#include "tests/contract/server_process.hpp"

#include <doctest/doctest.h>

using namespace alongside::contract;

namespace {

const std::string policy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src 'self' data:; "
    "media-src blob:; style-src 'self'; font-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; "
    "object-src 'none'; "
    "form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types alongside";

void check_secure(const Reply& reply) {
  CHECK(reply.header("content-security-policy") == policy);
  CHECK(reply.header("x-content-type-options") == "nosniff");
  CHECK(reply.header("referrer-policy") == "no-referrer");
  CHECK(reply.header("cross-origin-opener-policy") == "same-origin");
  CHECK(reply.header("cross-origin-resource-policy") == "same-origin");
  CHECK(reply.header("permissions-policy").find("camera=()") != std::string::npos);
  CHECK(reply.header("strict-transport-security").find("max-age=") == 0);
  CHECK(reply.header("x-request-id").size() == 16);
  CHECK(reply.header("cache-control") != "");
  CHECK(reply.header("server") == "");
  CHECK(reply.headers.count("content-security-policy") == 1);
}

}  // namespace

TEST_CASE("every response carries the security headers, refusals and faults included") {
  ServerProcess server(PROBE_API);
  const std::vector<std::pair<std::string, int>> requests = {
      {"GET / HTTP/1.1\r\nHost: a\r\n\r\n", 200},
      {"GET /boot.1a2b3c4d.js HTTP/1.1\r\nHost: a\r\n\r\n", 200},
      {"GET /api/council HTTP/1.1\r\nHost: a\r\n\r\n", 200},
      {"GET /api/council HTTP/1.1\r\nHost: a\r\nIf-None-Match: *\r\n\r\n", 304},
      {"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n", 200},
      {"GET /nowhere HTTP/1.1\r\nHost: a\r\n\r\n", 404},
      {"GET /api/nowhere HTTP/1.1\r\nHost: a\r\n\r\n", 404},
      {"DELETE /api/council HTTP/1.1\r\nHost: a\r\n\r\n", 405},
      {"GET / HTTP/1.1\r\n\r\n", 400},
      {"GET / HTTP/1.1\nHost: a\n\n", 400},
      {"GET /api/probe/throw HTTP/1.1\r\nHost: a\r\n\r\n", 500},
      {"GET /api/probe/storage HTTP/1.1\r\nHost: a\r\n\r\n", 503},
      {"GET /probe/broken HTTP/1.1\r\nHost: a\r\n\r\n", 500},
  };
  for (const auto& [request, status] : requests) {
    CAPTURE(request);
    RawClient client(server.port());
    client.send(request);
    const Reply reply = client.receive();
    CHECK(reply.status == status);
    check_secure(reply);
  }
}

TEST_CASE("no two requests have the same id, and a header of theirs never comes back") {
  ServerProcess server(PROBE_API);
  const Reply first = get(server.port(), "/healthz", {"X-Request-Id: chosen-by-them"});
  const Reply second = get(server.port(), "/healthz");
  CHECK(first.header("x-request-id") != "chosen-by-them");
  CHECK(first.header("x-request-id") != second.header("x-request-id"));
}
