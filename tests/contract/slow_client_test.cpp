// Clients that take their time: they get an answer, and nobody else waits for them.
#include "tests/contract/raw_client.hpp"
#include "tests/contract/server_process.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <memory>

using namespace alongside::contract;

namespace {

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

TEST_CASE("a head or a body that does not come is given up, while others are served") {
  ServerProcess server(PROBE_API, "", {"--origin", "http://a"});
  const auto start = std::chrono::steady_clock::now();
  RawClient head(server.port());
  head.send("GET / HTTP/1.1\r\nHo");
  RawClient body(server.port());
  body.send(
      "POST /api/probe/echo HTTP/1.1\r\nHost: a\r\nAccept: application/json\r\nOrigin: http://a\r\n"
      "Content-Type: application/x-alongside\r\nContent-Length: 900\r\n\r\nALS1");
  CHECK(get(server.port(), "/healthz").status == 200);

  const Reply slow_body = body.receive();
  CHECK(slow_body.status == 408);
  CHECK(slow_body.body.find("slow_body") != std::string::npos);
  CHECK(seconds_since(start) > 4);
  CHECK(seconds_since(start) < 9);
  CHECK(body.closed());

  const Reply slow_head = head.receive();
  CHECK(slow_head.status == 408);
  CHECK(seconds_since(start) > 9);
  CHECK(seconds_since(start) < 14);
  CHECK(head.closed());
}

TEST_CASE("a body that waits for leave is told to go on, or refused unsent") {
  ServerProcess server(PROBE_API, "", {"--origin", "http://a"});
  const std::string start =
      "POST /api/probe/echo HTTP/1.1\r\nHost: a\r\nOrigin: http://a\r\nExpect: 100-continue\r\n"
      "Content-Type: application/x-alongside\r\nContent-Length: ";
  RawClient small(server.port());
  small.send(start + "4\r\n\r\n");
  CHECK(small.receive().status == 100);
  small.send("ALS1");
  CHECK(small.receive().status == 400);
  RawClient large(server.port());
  large.send(start + "4000\r\n\r\n");
  CHECK(large.receive().status == 413);
}

TEST_CASE("one connection carries many requests, also when they come at once, and then ends") {
  ServerProcess server(PROBE_API);
  RawClient client(server.port());
  std::string all;
  for (int i = 0; i < 100; ++i) all += "GET /api/probe/things/" + std::to_string(i) + " HTTP/1.1\r\nHost: a\r\n\r\n";
  client.send(all);
  for (int i = 0; i < 100; ++i) {
    const Reply reply = client.receive();
    CHECK(reply.body == std::to_string(i));
    CHECK(reply.header("connection") == (i == 99 ? "close" : "keep-alive"));
  }
  CHECK(client.closed());
}

TEST_CASE("V15.2.2: too many connections are told so at once") {
  // Of 1,024 file handles half are for connections.
  const TemporaryFolder folder;
  const std::string program = folder.path() + "/limited";
  write_file(program, "#!/bin/sh\nulimit -n 1024\nexec " PROBE_API " \"$@\"\n");
  std::filesystem::permissions(program, std::filesystem::perms::owner_all);
  ServerProcess server(program);
  std::vector<std::unique_ptr<RawClient>> waiting;
  for (int i = 0; i < 512; ++i) waiting.push_back(std::make_unique<RawClient>(server.port()));
  RawClient late(server.port());
  const Reply busy = late.receive();
  CHECK(busy.status == 503);
  CHECK(busy.header("retry-after") == "2");
  waiting.clear();
  Reply later;
  for (int tries = 0; tries < 50 && later.status != 200; ++tries) later = get(server.port(), "/healthz");
  CHECK(later.status == 200);
}
