// The log: whole JSON lines, and nothing of what a person sent.
#include "tests/contract/raw_client.hpp"
#include "tests/contract/server_process.hpp"

#include <doctest/doctest.h>

#include <sstream>

using namespace alongside::contract;

TEST_CASE("V16.2.5: the log has a line for each request and nothing that a person wrote") {
  ServerProcess server(PROBE_API);
  const std::string canary = "canary-4711";
  get(server.port(), "/probe/" + canary + "?q=" + canary,
      {"Referer: http://" + canary, "User-Agent: " + canary, "X-Forwarded-For: 203.0.113.9", "Cookie: " + canary});
  get(server.port(), "/api/probe/things/" + canary);
  get(server.port(), "/" + canary);
  post(server.port(), "/api/probe/echo", canary);
  RawClient odd(server.port());
  odd.send("GET /../" + canary + " HTTP/1.1\r\nHost: " + canary + "\r\n\r\n");
  odd.receive();
  server.verb({"note", "add", canary});
  const std::string log = server.log_of(7);
  CHECK(log.find(canary) == log.npos);
  CHECK(log.find("127.0.0.1\"") != log.npos);  // our own address, in "listening"
  CHECK(log.find("203.0.113.9") == log.npos);
  CHECK(log.find("\"method\":\"GET\",\"route\":\"/api/probe/things/{id}\",\"status\":200") != log.npos);
  CHECK(log.find("\"refused\":\"odd_address\"") != log.npos);
}

TEST_CASE("V16.2.2 V16.2.4 V16.3.4: each line of the log is one JSON object with a time, a level and an event") {
  ServerProcess server(PROBE_API);
  get(server.port(), "/");
  get(server.port(), "/api/probe/throw");
  std::istringstream lines(server.log_of(4));
  int count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    CAPTURE(line);
    CHECK(line.rfind("{\"time\":\"20", 0) == 0);
    CHECK(line.find("Z\",\"level\":\"") != line.npos);
    CHECK(line.find("\",\"event\":\"") != line.npos);
    CHECK(line.back() == '}');
  }
  CHECK(count == 4);  // listening, two requests, one fault
}
