// Stopping: what is under way is finished, what was kept is there afterwards.
#include "tests/contract/raw_client.hpp"
#include "tests/contract/server_process.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <thread>

using namespace alongside::contract;

TEST_CASE("told to stop, the server finishes the answer under way and leaves with 0") {
  for (const int signal : {SIGTERM, SIGINT}) {
    ServerProcess server(PROBE_API);
    RawClient idle(server.port());
    idle.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
    CHECK(idle.receive().status == 200);
    RawClient busy(server.port());
    busy.send("GET /api/probe/slow HTTP/1.1\r\nHost: a\r\n\r\n");
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    server.signal(signal);
    const Reply reply = busy.receive();
    CHECK(reply.status == 200);
    CHECK(reply.body == "slow but sure\n");
    CHECK(busy.closed());
    CHECK(server.wait() == 0);
    CHECK(server.log().find("\"event\":\"stopped\"") != std::string::npos);
    CHECK(!std::filesystem::exists(server.data() + "/admin.sock"));
    CHECK(!std::filesystem::exists(server.data() + "/alongside.sqlite-wal"));
  }
}

TEST_CASE("a server with a client that never finishes still stops within its ten seconds") {
  ServerProcess server(PROBE_API);
  RawClient stuck(server.port());
  stuck.send("GET / HTTP/1.1\r\nHos");
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  const auto start = std::chrono::steady_clock::now();
  server.signal(SIGTERM);
  CHECK(server.wait() == 0);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(12));
}

TEST_CASE("what was kept before the server was killed is there when it starts again") {
  const TemporaryFolder folder;
  const std::string data = folder.path() + "/data";
  {
    ServerProcess server(PROBE_API, data);
    CHECK(server.verb({"note", "add", "one"}).exit_code == 0);
    server.signal(SIGKILL);
    server.wait();
  }
  ServerProcess server(PROBE_API, data);
  REQUIRE(server.port() != 0);
  CHECK(server.verb({"note", "add", "two"}).output == "kept; notes: 2\n");
}

TEST_CASE("health and readiness answer, and readiness names its checks") {
  ServerProcess server(PROBE_API);
  CHECK(get(server.port(), "/healthz").body == "ok\n");
  const Reply ready = get(server.port(), "/readyz");
  CHECK(ready.status == 200);
  CHECK(ready.header("content-type") == "application/json");
  for (const char* check : {"\"ready\":true", "\"storage\":\"ok\"", "\"disk\":\"ok\"", "\"clock\":\"ok\""}) {
    CHECK(ready.body.find(check) != std::string::npos);
  }
}
