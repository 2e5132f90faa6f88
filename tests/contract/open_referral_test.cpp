// The Open Referral API over real HTTP: who may read it from where, what a client keeps, and the export.
#include "app/server/json_reader.hpp"
#include "tests/contract/raw_client.hpp"
#include "tests/contract/server_process.hpp"

#include <doctest/doctest.h>

#include <filesystem>

using namespace alongside;
using namespace alongside::contract;

namespace {

const std::string base = "/open-referral/v3";
const std::vector<std::string> lists = {"/services", "/service_at_locations", "/taxonomies", "/taxonomy_terms",
                                        "/organizations"};

server::JsonValue json_of(const Reply& reply) {
  auto json = server::read_json(reply.body);
  REQUIRE(json.ok());
  return std::move(json).value();
}

void import_demo(const ServerProcess& server) {
  REQUIRE(server.verb({"offer", "import", DEMO_COUNCIL "/offer"}).exit_code == 0);
}

}  // namespace

TEST_CASE("any page may read the open data without credentials, and nothing else") {
  ServerProcess server(COUNCIL_API);
  import_demo(server);
  const std::vector<std::string> stranger = {"Origin: https://directory.example", "Sec-Fetch-Site: cross-site"};
  std::vector<std::string> open = {"", "/", "/services?page=0", "/services/none", "/nothing/here"};
  for (const std::string& list : lists) open.push_back(list);
  for (const std::string& target : open) {
    CAPTURE(target);
    const Reply reply = get(server.port(), base + target, stranger);
    CHECK(reply.header("access-control-allow-origin") == "*");
    CHECK(reply.header("access-control-allow-credentials") == "");
    CHECK(reply.header("cross-origin-resource-policy") == "cross-origin");
    CHECK(reply.header("set-cookie") == "");
    CHECK(reply.header("content-security-policy") != "");
    CHECK(has(reply.header("content-type"), "json"));
  }
  for (const char* target : {"/", "/find", "/api/council", "/api/local_offer/services", "/healthz", "/nowhere",
                             "/open-referral", "/api/nowhere", "/api/session"}) {
    CAPTURE(target);
    const Reply reply = get(server.port(), target, stranger);
    CHECK(reply.header("access-control-allow-origin") == "");
    CHECK(reply.header("cross-origin-resource-policy") == "same-origin");
  }
}

TEST_CASE("whatever a client says it accepts, the open data is JSON") {
  ServerProcess server(COUNCIL_API);
  import_demo(server);
  for (const char* accept : {"Accept: text/html", "Accept: application/x-alongside", "Accept: */*"}) {
    CHECK(get(server.port(), base + "/services", {accept}).header("content-type") == "application/json");
    CHECK(get(server.port(), base + "/services?day=x", {accept}).header("content-type") == "application/problem+json");
    CHECK(get(server.port(), base + "/nothing", {accept}).status == 404);
  }
}

TEST_CASE("a client asks again with what it has, and an import changes that") {
  ServerProcess server(COUNCIL_API);
  import_demo(server);
  const Reply first = get(server.port(), base + "/services?per_page=5");
  CHECK(first.header("cache-control") == "no-cache");
  const std::string tag = "If-None-Match: " + first.header("etag");
  const Reply same = get(server.port(), base + "/services?per_page=5", {tag});
  CHECK(same.status == 304);
  CHECK(same.header("access-control-allow-origin") == "*");
  REQUIRE(server.verb({"offer", "import", FIXTURES "/offer/good"}).exit_code == 0);
  CHECK(get(server.port(), base + "/services?per_page=5", {tag}).status == 200);
  CHECK(get(server.port(), base + "/services?per_page=0").header("cache-control") == "no-store");
}

TEST_CASE("nothing can be sent to the open data") {
  ServerProcess server(COUNCIL_API);
  for (const std::string& list : lists) {
    const Reply reply = post(server.port(), base + list, "{}");
    CHECK(reply.status == 405);
    CHECK(reply.header("allow") == "GET, HEAD");
  }
}

TEST_CASE("a browser that asks first may read the open data from any page, and nothing else here") {
  ServerProcess server(COUNCIL_API);
  const std::string asks =
      "Host: a\r\nOrigin: https://other.example\r\nAccess-Control-Request-Method: GET\r\n"
      "Access-Control-Request-Headers: x-trace\r\nConnection: close\r\n\r\n";
  const auto answer = [&](const std::string& address) {
    RawClient client(server.port());
    REQUIRE(client.send("OPTIONS " + address + " HTTP/1.1\r\n" + asks));
    return client.receive(RawClient::Body::None);
  };
  for (const std::string& address : {base + "/services", base + "/services/00000000-0000-4000-8000-000000000001"}) {
    const Reply reply = answer(address);
    CAPTURE(address);
    CHECK(reply.status == 204);
    CHECK(reply.header("access-control-allow-origin") == "*");
    CHECK(reply.header("access-control-allow-methods") == "GET, HEAD");
    CHECK(reply.header("access-control-allow-headers") == "*");
    CHECK(reply.header("access-control-allow-credentials").empty());
    CHECK(reply.header("allow") == "GET, HEAD, OPTIONS");
  }
  CHECK(answer(base + "/nothing").status == 404);
  for (const std::string address : {"/api/council", "/api/session", "/find"}) {
    const Reply reply = answer(address);
    CAPTURE(address);
    CHECK(reply.status == 405);
    CHECK(reply.header("access-control-allow-origin").empty());
    CHECK(reply.header("access-control-allow-methods").empty());
  }
}

TEST_CASE("every answer over the demo council is bounded, on its largest page too") {
  ServerProcess server(COUNCIL_API);
  import_demo(server);
  for (const std::string& list : lists) {
    const Reply reply = get(server.port(), base + list + "?per_page=100");
    CAPTURE(list);
    CHECK(reply.status == 200);
    CHECK(reply.body.size() < 1'000'000);
    CHECK(json_of(reply).find("total_items")->integer > 0);
  }
  CHECK(json_of(get(server.port(), base + "/services")).find("total_items")->integer == 164);
}

TEST_CASE("the offer of a running server is exported, and imports unchanged") {
  ServerProcess server(COUNCIL_API);
  import_demo(server);
  const TemporaryFolder folder;
  const std::string feed = folder.path() + "/feed";
  const Finished exported = server.verb({"offer", "export", feed});
  CHECK(exported.exit_code == 0);
  CHECK(has(exported.output, "164 services"));
  CHECK(std::filesystem::exists(feed + "/services-4.json"));
  const Finished again = server.verb({"offer", "import", feed});
  CHECK(has(again.output, "164 services are in: 0 new, 0 changed, 164 as before."));
  const Finished twice = server.verb({"offer", "export", feed});
  CHECK(twice.exit_code != 0);
  CHECK(has(twice.errors, "is there already"));
}
