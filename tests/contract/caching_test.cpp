// What a browser may keep: hashed files for ever, everything public after asking, the rest never.
#include "tests/contract/raw_client.hpp"
#include "tests/contract/server_process.hpp"

#include <doctest/doctest.h>

using namespace alongside::contract;

TEST_CASE("a file comes in the encoding the client likes best, each with an ETag of its own") {
  ServerProcess server(PROBE_API);
  const auto body = [&](const std::string& accept) {
    return get(server.port(), "/boot.1a2b3c4d.js", {"Accept-Encoding: " + accept}).body;
  };
  CHECK(body("gzip, deflate, br") == "(brotli)");
  CHECK(body("gzip, deflate") == "(gzip)");
  CHECK(body("br;q=0.1, gzip") == "(gzip)");
  CHECK(body("br;q=0, gzip;q=0") == "start();");
  CHECK(body("*") == "(brotli)");
  CHECK(body("identity") == "start();");
  const Reply plain = get(server.port(), "/boot.1a2b3c4d.js");
  const Reply brotli = get(server.port(), "/boot.1a2b3c4d.js", {"Accept-Encoding: br"});
  CHECK(plain.header("content-encoding") == "");
  CHECK(brotli.header("content-encoding") == "br");
  CHECK(plain.header("etag") != brotli.header("etag"));
  CHECK(plain.header("vary") == "Accept-Encoding");
}

TEST_CASE("a hashed name is kept for ever, a plain name is asked for again") {
  ServerProcess server(PROBE_API);
  const Reply hashed = get(server.port(), "/boot.1a2b3c4d.js");
  CHECK(hashed.header("cache-control") == "public, max-age=31536000, immutable");
  CHECK(hashed.header("content-type") == "text/javascript; charset=utf-8");
  const Reply catalogue = get(server.port(), "/plugins/catalog.json");
  CHECK(catalogue.header("cache-control") == "no-cache");
  const Reply again = get(server.port(), "/plugins/catalog.json", {"If-None-Match: " + catalogue.header("etag")});
  CHECK(again.status == 304);
  CHECK(again.body == "");
  CHECK(again.header("etag") == catalogue.header("etag"));
  CHECK(get(server.port(), "/plugins/local_offer.00ff00ff.wasm").header("content-type") == "application/wasm");
}

TEST_CASE("pages and the public API are asked for again, and answered 304 when nothing changed") {
  ServerProcess server(PROBE_API);
  for (const char* target : {"/", "/help", "/api/council"}) {
    CAPTURE(target);
    const Reply first = get(server.port(), target);
    CHECK(first.header("cache-control") == "no-cache");
    const std::string etag = first.header("etag");
    REQUIRE(etag.size() > 2);
    CHECK(get(server.port(), target, {"If-None-Match: " + etag}).status == 304);
    CHECK(get(server.port(), target, {"If-None-Match: \"a\", W/" + etag}).status == 304);
    CHECK(get(server.port(), target, {"If-None-Match: \"other\""}).status == 200);
  }
  CHECK(get(server.port(), "/api/council").header("vary") == "Accept, Accept-Encoding");
  CHECK(get(server.port(), "/api/council").header("etag") !=
        get(server.port(), "/api/council", {"Accept: application/json"}).header("etag"));
}

TEST_CASE("what everybody may see is compressed for whoever accepts it, and nothing that depends on who asks") {
  ServerProcess server(COUNCIL_API);
  const std::string br = "Accept-Encoding: gzip, br";
  for (const char* target : {"/help", "/find"}) {
    CAPTURE(target);
    const Reply plain = get(server.port(), target);
    const Reply packed = get(server.port(), target, {br});
    CHECK(plain.header("content-encoding") == "");
    CHECK(packed.header("content-encoding") == "br");
    CHECK(packed.body.size() < plain.body.size());
    CHECK(packed.header("etag") == "W/" + plain.header("etag"));
    CHECK(has(packed.header("vary"), "Accept-Encoding"));
    CHECK(has(plain.header("vary"), "Accept-Encoding"));
    CHECK(get(server.port(), target, {br, "If-None-Match: " + packed.header("etag")}).status == 304);
    CHECK(get(server.port(), target, {"Accept-Encoding: br;q=0"}).header("content-encoding") == "");
  }
  for (const char* target : {"/api/session", "/no/such/page", "/readyz"}) {
    CAPTURE(target);
    CHECK(get(server.port(), target, {br}).header("content-encoding") == "");
  }
}

TEST_CASE("V14.2.2 V14.3.2: errors, health and everything private are never kept") {
  ServerProcess server(PROBE_API);
  for (const char* target :
       {"/healthz", "/readyz", "/nowhere", "/api/nowhere", "/api/probe/throw", "/api/probe/things/1"}) {
    CAPTURE(target);
    const Reply reply = get(server.port(), target);
    CHECK(reply.header("cache-control") == "no-store");
    CHECK(reply.header("etag") == "");
  }
}

TEST_CASE("HEAD says what GET would say, without a body") {
  ServerProcess server(PROBE_API);
  for (const char* target : {"/", "/boot.1a2b3c4d.js", "/api/council", "/healthz", "/nowhere"}) {
    CAPTURE(target);
    const Reply full = get(server.port(), target);
    RawClient client(server.port());
    const std::string head = "HEAD " + std::string(target) + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    client.send(head + head);
    const Reply first = client.receive(RawClient::Body::None);
    const Reply second = client.receive(RawClient::Body::None);
    CHECK(first.status == full.status);
    CHECK(first.header("content-length") == full.header("content-length"));
    CHECK(first.header("etag") == full.header("etag"));
    CHECK(second.status == full.status);
  }
}

TEST_CASE("only what is in the client's folder is served, under its own name") {
  ServerProcess server(PROBE_API);
  for (const char* target : {"/index.html", "/boot.1a2b3c4d.js.br", "/boot.1a2b3c4d.js/", "/plugins", "/plugins/",
                             "/data/alongside.sqlite", "/log", "/etc/passwd", "/BOOT.1a2b3c4d.js"}) {
    CAPTURE(target);
    CHECK(get(server.port(), target).status == 404);
  }
}
