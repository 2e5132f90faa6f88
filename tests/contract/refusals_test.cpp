// Everything the guard refuses, over a real socket: each with its status, its code, and the
// connection closed after it.
#include "tests/contract/raw_client.hpp"
#include "tests/contract/server_process.hpp"

#include <doctest/doctest.h>

using namespace alongside::contract;

namespace {

struct Hostile {
  std::string what;
  std::string request;
  int status;
  const char* code;
};

const std::string json = "Accept: application/json\r\n";

std::string with(const std::string& start, const std::string& headers) {
  return start + " HTTP/1.1\r\n" + json + headers + "\r\n";
}

std::string frame_post(const std::string& headers) { return with("POST /api/probe/echo", "Host: a\r\n" + headers); }

void check_all(const std::vector<Hostile>& requests, const std::vector<std::string>& options = {}) {
  ServerProcess server(PROBE_API, "", options);
  REQUIRE(server.port() != 0);
  for (const Hostile& hostile : requests) {
    CAPTURE(hostile.what);
    RawClient client(server.port());
    client.send(hostile.request);
    const Reply reply = client.receive();
    CHECK(reply.status == hostile.status);
    CHECK(reply.body.find("\"" + std::string(hostile.code) + "\"") != std::string::npos);
    CHECK(reply.header("connection") == "close");
    CHECK(client.closed());
  }
  CHECK(get(server.port(), "/healthz").status == 200);
}

}  // namespace

TEST_CASE("V4.2.1: a request that two programs could read as two different ones is refused") {
  check_all({
      {"chunked", frame_post("Transfer-Encoding: chunked\r\n") + "0\r\n\r\n", 501, "transfer_encoding"},
      {"identity", frame_post("Transfer-Encoding: identity\r\nContent-Length: 1\r\n") + "x", 501, "transfer_encoding"},
      {"small letters", frame_post("transfer-encoding: gzip, chunked\r\n"), 501, "transfer_encoding"},
      {"on a GET", with("GET /", "Host: a\r\nTransfer-Encoding: chunked\r\n"), 501, "transfer_encoding"},
      {"an upgrade", with("GET /", "Host: a\r\nUpgrade: h2c\r\n"), 400, "upgrade"},
      {"a trailer", with("GET /", "Host: a\r\nTrailer: X-A\r\n"), 400, "trailer"},
      {"no host", with("GET /", ""), 400, "missing_host"},
      {"two hosts", with("GET /", "Host: a\r\nHost: a\r\n"), 400, "double_host"},
      {"a host that is none", with("GET /", "Host: a/b\r\n"), 400, "bad_host"},
      {"a body on a GET", with("GET /", "Host: a\r\nContent-Length: 3\r\n") + "abc", 400, "unexpected_body"},
      {"HTTP/1.0", "GET / HTTP/1.0\r\n" + json + "Host: a\r\n\r\n", 505, "http_version"},
      {"a wish we do not know", frame_post("Expect: magic\r\nContent-Length: 1\r\n"), 417, "expectation"},
  });
}

TEST_CASE("a head that a lenient parser would mend is refused as it is") {
  // The format cannot be known when the head cannot be read, so these answers are frames.
  ServerProcess server(PROBE_API);
  const std::vector<std::pair<std::string, int>> requests = {
      {"GET / HTTP/1.1\r\nHost: a\r\nX-A: one\r\n two\r\n\r\n", 400},
      {"GET / HTTP/1.1\r\nHost: a\r\nX-A: one\r\n\ttwo\r\n\r\n", 400},
      {"GET / HTTP/1.1\nHost: a\n\n", 400},
      {"GET / HTTP/1.1\r\nHost: a\rX: b\r\n\r\n", 400},
      {std::string("GET / HTTP/1.1\r\nHost: a\r\nX: \0\r\n\r\n", 33), 400},
      {"GET / HTTP/1.1\r\nHost: a\r\nX-A : b\r\n\r\n", 400},
      {"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: +3\r\n\r\n", 400},
      {"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999999\r\n\r\n", 400},
      {"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400},
      {"\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"GET  / HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"GET / HTTP/2.0\r\nHost: a\r\n\r\n", 400},
      {"nonsense\r\n\r\n", 400},
      {std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11), 400},
      {"GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(9000, 'x') + "\r\n\r\n", 431},
  };
  for (const auto& [request, status] : requests) {
    CAPTURE(request);
    RawClient client(server.port());
    client.send(request);
    CHECK(client.receive().status == status);
    CHECK(client.closed());
  }
}

TEST_CASE("V5.3.2: an address that is not a plain path is refused") {
  std::vector<Hostile> requests;
  for (const char* target :
       {"/../etc/passwd", "/a/..%2f..%2fetc", "/%2e%2e/x", "//evil.example/", "/a%2F%2Fb", "/a%00b", "/%ff", "/%c0%af",
        "/a%zz", "/a%2", "/a\\b", "/a%5cb", "/a/./b", "/a#b", "/?q=%ff", "http://a/", "*", "a"}) {
    requests.push_back({target, with("GET " + std::string(target), "Host: a\r\n"), 400, "odd_address"});
  }
  requests.push_back({"long", with("GET /" + std::string(2048, 'a'), "Host: a\r\n"), 414, "long_address"});
  std::string many;
  for (int i = 0; i < 70; ++i) many += "X-" + std::to_string(i) + ": 1\r\n";
  requests.push_back({"many headers", with("GET /", "Host: a\r\n" + many), 431, "too_many_headers"});
  check_all(requests);
}

TEST_CASE("V3.5.2: a POST must be one frame, of a stated length within the route's limit, from our own pages") {
  const std::string type = "Content-Type: application/x-alongside\r\n";
  const std::string length = "Content-Length: 4\r\n";
  const std::string origin = "Origin: https://families.example\r\n";
  const std::string all = type + length + origin;
  check_all(
      {
          {"no length", frame_post(type + origin), 411, "length_needed"},
          {"no type", frame_post(length + origin) + "abcd", 403, "content_type"},
          {"a form", frame_post("Content-Type: application/x-www-form-urlencoded\r\n" + length + origin) + "a=bc", 403,
           "content_type"},
          {"text", frame_post("Content-Type: text/plain\r\n" + length + origin) + "a=bc", 403, "content_type"},
          {"a type with more", frame_post("Content-Type: application/x-alongside; a=b\r\n" + length + origin) + "abcd",
           403, "content_type"},
          {"too large, not read", frame_post(type + origin + "Content-Length: 1001\r\n"), 413, "large_body"},
          {"far too large", frame_post(type + origin + "Content-Length: 99999999999\r\n"), 413, "large_body"},
          {"another site", frame_post(all + "Sec-Fetch-Site: cross-site\r\n") + "abcd", 403, "other_origin"},
          {"a sibling site", frame_post(all + "Sec-Fetch-Site: same-site\r\n") + "abcd", 403, "other_origin"},
          {"no site at all", frame_post(all + "Sec-Fetch-Site: none\r\n") + "abcd", 403, "other_origin"},
          {"no origin", frame_post(type + length) + "abcd", 403, "other_origin"},
          {"another origin", frame_post(type + length + "Origin: https://evil.example\r\n") + "abcd", 403,
           "other_origin"},
          {"a hidden origin", frame_post(type + length + "Origin: null\r\n") + "abcd", 403, "other_origin"},
          {"a longer origin", frame_post(type + length + "Origin: https://families.example.evil.example\r\n") + "abcd",
           403, "other_origin"},
          {"two origins", frame_post(all + "Origin: https://evil.example\r\n") + "abcd", 403, "other_origin"},
          {"the address, which is not ours when we said which is", frame_post(type + length + "Origin: http://a\r\n"),
           403, "other_origin"},
          {"refused before the body is read", frame_post(type + "Content-Length: 900\r\n"), 403, "other_origin"},
          {"an unknown method", with("BREW /", "Host: a\r\n"), 501, "unknown_method"},
          {"a small-letter method", with("get /", "Host: a\r\n"), 501, "unknown_method"},
          {"a tunnel", with("CONNECT /", "Host: a\r\n"), 501, "unknown_method"},
      },
      {"--origin", "https://families.example"});
}
