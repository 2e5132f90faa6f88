// Routes: formats, bad frames, wrong methods, and handlers that fail.
#include "app/wire/frame.hpp"
#include "app/wire/messages/council.hpp"
#include "app/wire/messages/problem.hpp"
#include "tests/contract/family_server.hpp"
#include "tests/contract/raw_client.hpp"
#include "tests/contract/server_process.hpp"

#include <doctest/doctest.h>

using namespace alongside;
using namespace alongside::contract;

namespace {

Bytes bytes_of(const std::string& text) { return {text.begin(), text.end()}; }

wire::Problem sample() {
  wire::Problem problem;
  problem.code = "sample";
  problem.detail = "ŵ";
  problem.offset = 7;
  return problem;
}

}  // namespace

TEST_CASE("the council is a frame, or JSON for whoever asks for JSON") {
  ServerProcess server(PROBE_API);
  const Reply frame = get(server.port(), "/api/council");
  CHECK(frame.header("content-type") == "application/x-alongside");
  const auto council = wire::decode_frame<wire::Council>(bytes_of(frame.body));
  REQUIRE(council.ok());
  CHECK(council->name.cy == "Cyngor Northmere");
  CHECK(council->places.size() == 10);
  CHECK(council->places[3].latitude_e7 == 528590000);
  const Reply json = get(server.port(), "/api/council", {"Accept: application/json"});
  CHECK(json.header("content-type") == "application/json");
  CHECK(json.body.find("\"id\":\"northmere\"") != std::string::npos);
  CHECK(get(server.port(), "/api/council", {"Accept: application/x-alongside, application/json"}).body == frame.body);
}

TEST_CASE("a good frame is taken, and answered in the same format") {
  ServerProcess server(PROBE_API);
  const Reply reply =
      post(server.port(), "/api/probe/echo", frame_of(sample()),
           {"Origin: http://127.0.0.1:" + std::to_string(server.port()), "Sec-Fetch-Site: same-origin"});
  CHECK(reply.status == 200);
  CHECK(reply.body == frame_of(sample()));
  CHECK(reply.header("cache-control") == "no-store");
}

TEST_CASE("a bad frame is answered 400 with the fault's code and its offset") {
  ServerProcess server(PROBE_API);
  const std::string good = frame_of(sample());
  std::string flipped = good;
  flipped[10] = static_cast<char>(flipped[10] ^ 1);
  const std::vector<std::pair<std::string, std::string>> bodies = {
      {std::string(20, 'x'), "not_a_frame"},
      {std::string(9, '\xff'), "not_a_frame"},
      {"x", "truncated"},
      {flipped, "bad_checksum"},
      {good + "x", "trailing_bytes"},
  };
  for (const auto& [body, code] : bodies) {
    CAPTURE(code);
    const Reply reply = post(server.port(), "/api/probe/echo", body);
    CHECK(reply.status == 400);
    CHECK(reply.header("content-type") == "application/x-alongside");
    const auto problem = wire::decode_frame<wire::Problem>(bytes_of(reply.body));
    REQUIRE(problem.ok());
    CHECK(problem->code == code);
    CHECK(problem->offset <= body.size());
  }
  const Reply json = post(server.port(), "/api/probe/echo", flipped, {"Accept: application/json"});
  CHECK(json.status == 400);
  CHECK(json.body.find("\"code\":\"bad_checksum\"") != std::string::npos);
  CHECK(json.body.find("\"offset\":") != std::string::npos);
}

TEST_CASE("a wrong method is answered 405 with the right ones, an unknown address 404") {
  ServerProcess server(PROBE_API);
  const auto status = [&](const std::string& method, const std::string& target, std::string& allow) {
    RawClient client(server.port());
    const std::string origin = "Origin: http://localhost:" + std::to_string(server.port());
    client.send(method + " " + target + " HTTP/1.1\r\nHost: a\r\n" + origin + "\r\n\r\n");
    const Reply reply = client.receive();
    allow = reply.header("allow");
    return reply.status;
  };
  std::string allow;
  CHECK(status("GET", "/api/probe/echo", allow) == 405);
  CHECK(allow == "POST");
  CHECK(status("PUT", "/api/probe/echo", allow) == 405);
  CHECK(status("DELETE", "/api/council", allow) == 405);
  CHECK(allow == "GET, HEAD");
  CHECK(status("PATCH", "/", allow) == 405);
  CHECK(status("OPTIONS", "/boot.1a2b3c4d.js", allow) == 405);
  CHECK(allow == "GET, HEAD");
  CHECK(status("PUT", "/nowhere", allow) == 404);
  CHECK(status("GET", "/api", allow) == 404);
  CHECK(status("GET", "/api/council/", allow) == 404);
  CHECK(status("GET", "/api/probe/things/a/b", allow) == 404);
  CHECK(status("GET", "/api/probe/things/a%2Fb", allow) == 404);
}

TEST_CASE("V1.1.1: a parameter is what stands in the path, decoded once") {
  ServerProcess server(PROBE_API);
  CHECK(get(server.port(), "/api/probe/things/caf%C3%A9").body == "café");
  CHECK(get(server.port(), "/api/probe/things/a%2541").body == "a%41");
  CHECK(get(server.port(), "/api/probe/things/a+b").body == "a+b");
}

TEST_CASE("V16.5.1: a handler that fails says nothing of the inside, and the next request is served") {
  ServerProcess server(PROBE_API);
  const Reply thrown = get(server.port(), "/api/probe/throw", {"Accept: application/json"});
  CHECK(thrown.status == 500);
  CHECK(thrown.body.find("\"internal\"") != std::string::npos);
  CHECK(thrown.body.find("on purpose") == std::string::npos);
  const Reply storage = get(server.port(), "/api/probe/storage", {"Accept: application/json"});
  CHECK(storage.status == 503);
  CHECK(storage.header("retry-after") == "5");
  CHECK(storage.body.find("the disk") == std::string::npos);
  CHECK(get(server.port(), "/healthz").body == "ok\n");
  CHECK(server.log_of(6).find("thrown on purpose") != std::string::npos);
  CHECK(server.log_of(6).find("the disk said no") != std::string::npos);
}
