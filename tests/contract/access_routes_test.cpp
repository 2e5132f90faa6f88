// Every route of council-api, called as everybody, against its row in the access table; and what a
// denial looks like from outside.
#include "tests/contract/family_server.hpp"

#include <doctest/doctest.h>

#include <array>
#include <sstream>

using namespace alongside;
using namespace alongside::contract;

namespace {

struct Row {
  std::string method;
  std::string pattern;
  std::vector<std::string> words;  // one a relation, in the table's order
};

std::vector<Row> routes() {
  std::istringstream table(run({COUNCIL_API, "access"}).output);
  std::vector<Row> rows;
  for (std::string line; std::getline(table, line);) {
    std::istringstream words(line);
    Row row;
    words >> row.method >> row.pattern;
    if (row.method != "GET" && row.method != "POST") continue;
    for (std::string word; words >> word;) row.words.push_back(word);
    rows.push_back(std::move(row));
  }
  return rows;
}

// In the table's order; a stranger is nobody's.
constexpr std::array<Who, 7> people = {Who{},      Who::Other,  Who::Parent,     Who::Parent,
                                       Who::Carer, Who::Helper, Who::YoungPerson};
constexpr std::size_t stranger = 0;
constexpr std::size_t self = 2;

std::string address_of(std::string pattern) {
  for (std::size_t at; (at = pattern.find('{')) != pattern.npos;) {
    pattern.replace(at, pattern.find('}') - at + 1, "nothing-of-that-name");
  }
  return pattern;
}

Reply call(const FamilyServer& server, const Row& row, std::size_t relation) {
  std::vector<std::string> headers = {"Accept: application/json"};
  if (relation != stranger) headers.push_back(server.sign_in(people[relation]));
  if (row.method == "GET") return get(server.port(), address_of(row.pattern), headers);
  Reply reply = post(server.port(), address_of(row.pattern), "x", headers);
  // A page's form goes to it; what is open to all may also take one from a program alone, and refuses a page's.
  if (reply.status != 415 || row.words[stranger] != "-") return reply;
  headers.push_back("Content-Type: application/x-www-form-urlencoded");
  return post(server.port(), address_of(row.pattern), "x=y", headers);
}

}  // namespace

TEST_CASE("V8.2.1: every route answers everybody as its row in the table says") {
  const FamilyServer server;
  const std::string missing = get(server.port(), "/api/nowhere", {"Accept: application/json"}).body;
  const std::vector<Row> rows = routes();
  REQUIRE(rows.size() >= 10);
  for (const Row& row : rows) {
    REQUIRE(row.words.size() == people.size());
    for (std::size_t relation = 0; relation < people.size(); ++relation) {
      CAPTURE(row.method + " " + row.pattern);
      CAPTURE(relation);
      const Reply reply = call(server, row, relation);
      // A route has no subject: whoever is signed in calls it on their own behalf.
      const bool allowed = row.words[relation == stranger ? stranger : self] != "-";
      const bool helped_by_signing_in = relation == stranger && row.words[self] != "-";
      if (allowed) {
        CHECK(reply.status != 401);
        CHECK(reply.status != 403);
        CHECK(reply.body != missing);
      } else {
        CHECK(reply.status == (helped_by_signing_in ? 401 : 404));
        if (!helped_by_signing_in) CHECK(reply.body == missing);
      }
    }
  }
}

TEST_CASE("a route without a row in the table is answered like an address that never was") {
  ServerProcess server(PROBE_API);
  CHECK(seen(get(server.port(), "/api/probe/forgotten")) == seen(get(server.port(), "/api/probe/never_was")));
  CHECK(seen(post(server.port(), "/api/probe/forgotten", "")) == seen(post(server.port(), "/api/probe/never_was", "")));
  CHECK(seen(post(server.port(), "/api/probe/forgotten", "x")) ==
        seen(post(server.port(), "/api/probe/never_was", "x")));
}

TEST_CASE("a signed-out caller of a signed-in route is refused before the body is read") {
  const FamilyServer server;
  RawClient client(server.port());
  client.send(
      "POST /api/session/revoke HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-alongside\r\nOrigin: "
      "http://localhost:" +
      std::to_string(server.port()) + "\r\nContent-Length: 200000\r\n\r\n");
  const Reply reply = client.receive();
  CHECK(reply.status == 401);
  CHECK(reply.header("connection") == "close");
}
