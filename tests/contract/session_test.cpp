// Sessions over a real socket: the cookie, signing in and out, revoking, and what other sites and
// curious people cannot do or learn.
#include "tests/contract/family_server.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace alongside;
using namespace alongside::contract;

namespace {

std::string token_of(const std::string& cookie) { return cookie.substr(cookie.find('=') + 1); }

Reply end(const FamilyServer& server, const std::string& cookie, std::vector<std::string> headers = {}) {
  headers.push_back(cookie);
  return post(server.port(), "/api/session/end", "", std::move(headers));
}

std::string files_of(const FamilyServer& server) {
  return read_file(server.data() + "/alongside.sqlite") + read_file(server.data() + "/alongside.sqlite-wal");
}

}  // namespace

TEST_CASE("signing in sets one cookie for this host, out of reach of scripts and other sites") {
  const FamilyServer server;
  const Reply reply = server.try_as(person(Who::Parent));
  REQUIRE(reply.status == 200);
  CHECK(reply.headers.count("set-cookie") == 1);
  const std::string cookie = reply.header("set-cookie");
  CHECK(cookie.rfind("__Host-sid=", 0) == 0);
  CHECK(cookie.substr(cookie.find(';')) == "; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=1209600");
  CHECK(token_of(cookie_in(reply)).size() == 43);
  CHECK(reply.header("cache-control") == "no-store");
  const auto info = message_in<wire::SessionInfo>(reply);
  REQUIRE(info.ok());
  CHECK(info->person == person(Who::Parent));
  CHECK(info->name == "Parent Canary");
  CHECK(info->children.size() == 1);
  CHECK(info->expires_ms > info->now_ms);
}

TEST_CASE("with the cookie one is oneself, without it nobody, and neither reply is kept") {
  const FamilyServer server;
  const std::string cookie = server.sign_in(Who::Carer);
  CHECK(server.info(cookie).person == person(Who::Carer));
  CHECK(server.info("X: y").person.is_nil());
  CHECK(server.info("Cookie: __Host-sid=" + std::string(43, 'A')).person.is_nil());
  CHECK(server.info(cookie + "; __Host-sid=" + std::string(43, 'A')).person.is_nil());
  CHECK(get(server.port(), "/api/session", {cookie}).header("cache-control") == "no-store");
  CHECK(get(server.port(), "/api/session").header("cache-control") == "no-store");
  CHECK(get(server.port(), "/api/session", {cookie}).header("set-cookie") == "");
}

TEST_CASE("a cookie that somebody planted is never the one that signs in") {
  const FamilyServer server;
  const std::string planted = "Cookie: __Host-sid=" + std::string(43, 'p');
  const std::string own = cookie_in(server.try_as(person(Who::Parent), {planted}));
  CHECK(own != planted);
  CHECK(server.info(planted).person.is_nil());
  CHECK(server.info(own).person == person(Who::Parent));
}

TEST_CASE("signing in again gives a new token, and the old one is over") {
  const FamilyServer server;
  const std::string first = server.sign_in(Who::Parent);
  const std::string second = cookie_in(server.try_as(person(Who::Carer), {first}));
  CHECK(second != first);
  CHECK(server.info(first).person.is_nil());
  CHECK(server.info(second).person == person(Who::Carer));
}

TEST_CASE("a place that is revoked is signed out at its next request") {
  const FamilyServer server;
  const std::string phone = server.sign_in(Who::Parent);
  const std::string lost = server.sign_in(Who::Parent);
  const auto list = message_in<wire::SessionList>(get(server.port(), "/api/session/list", {phone}));
  REQUIRE(list.ok());
  REQUIRE(list->sessions.size() == 2);
  CHECK(list->sessions[0].device == "Firefox on Canary");
  const auto other = std::find_if(list->sessions.begin(), list->sessions.end(),
                                  [](const wire::SessionLine& line) { return line.here == wire::Here::No; });
  wire::SessionRevoke asked;
  asked.handle = other->handle;
  CHECK(get(server.port(), "/api/session/list", {lost}).status == 200);
  CHECK(post(server.port(), "/api/session/revoke", frame_of(asked), {phone}).status == 200);
  CHECK(get(server.port(), "/api/session/list", {lost}).status == 401);
  CHECK(server.info(phone).person == person(Who::Parent));
  CHECK(post(server.port(), "/api/session/revoke", frame_of(asked), {phone}).status == 404);
}

TEST_CASE("nobody revokes another's session, nor learns that there is one") {
  const FamilyServer server;
  const std::string parent = server.sign_in(Who::Parent);
  const std::string carer = server.sign_in(Who::Carer);
  const auto list = message_in<wire::SessionList>(get(server.port(), "/api/session/list", {carer}));
  REQUIRE(list.ok());
  wire::SessionRevoke theirs;
  theirs.handle = list->sessions.at(0).handle;
  wire::SessionRevoke nobodys;
  nobodys.handle = SessionHandle(IdBytes{9});
  CHECK(seen(post(server.port(), "/api/session/revoke", frame_of(theirs), {parent})) ==
        seen(post(server.port(), "/api/session/revoke", frame_of(nobodys), {parent})));
  CHECK(server.info(carer).person == person(Who::Carer));
}

TEST_CASE("signing out takes the cookie away and ends the session, and twice is no mistake") {
  const FamilyServer server;
  const std::string cookie = server.sign_in(Who::Parent);
  for (int times = 0; times < 2; ++times) {
    const Reply reply = end(server, cookie);
    CHECK(reply.status == 200);
    CHECK(reply.header("set-cookie") == "__Host-sid=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0");
  }
  CHECK(server.info(cookie).person.is_nil());
}

TEST_CASE("a session lives on when the server is started again") {
  const TemporaryFolder folder;
  const std::vector<std::string> verb = {COUNCIL_API, "household",   "import",    FIXTURES "/family/relations.json",
                                         "--data",    folder.path(), "--council", DEMO_COUNCIL "/council.json"};
  REQUIRE(run(verb).exit_code == 0);
  wire::DemoSignIn asked;
  asked.person = person(Who::Parent);
  std::string cookie;
  {
    ServerProcess server(COUNCIL_API, folder.path(), {"--demo"});
    cookie = cookie_in(post(server.port(), "/api/session/demo", frame_of(asked)));
    server.signal(9);
    server.wait();
  }
  ServerProcess server(COUNCIL_API, folder.path(), {"--demo"});
  const auto info = message_in<wire::SessionInfo>(get(server.port(), "/api/session", {cookie}));
  REQUIRE(info.ok());
  CHECK(info->person == person(Who::Parent));
}

TEST_CASE("without --demo there is nothing to try, and it looks like an address that never was") {
  const FamilyServer server(std::vector<std::string>{});
  CHECK(seen(get(server.port(), "/api/session/demo")) == seen(get(server.port(), "/api/session/nothing")));
  CHECK(seen(server.try_as(person(Who::Parent))) == seen(post(server.port(), "/api/session/nothing", "x")));
  CHECK(server.sign_in(Who::Parent) == "");
}

TEST_CASE("a real person and nobody at all cannot be tried, and are not told apart") {
  const FamilyServer server;
  const Reply real = server.try_as(person(Who::Real));
  CHECK(real.status == 404);
  CHECK(seen(real) == seen(server.try_as(PersonId(IdBytes{5}))));
  CHECK(seen(real) == seen(server.try_as(PersonId{})));
}

TEST_CASE("V3.5.1: with a good cookie another site still can do nothing: each header wrong in turn") {
  const FamilyServer server;
  const std::string cookie = server.sign_in(Who::Parent);
  const std::vector<std::vector<std::string>> forged = {
      {"Origin: https://evil.example"},
      {"Origin: null"},
      {"Origin: http://localhost"},
      {"Sec-Fetch-Site: cross-site"},
      {"Sec-Fetch-Site: same-site"},
      {"Sec-Fetch-Site: none"},
      {"Content-Type: text/plain"},
      {"Content-Type: application/x-www-form-urlencoded"},
      {"Content-Type: multipart/form-data; boundary=a"},
      {"Content-Type: application/json"},
  };
  for (const auto& headers : forged) {
    CAPTURE(headers[0]);
    CHECK(end(server, cookie, headers).status == 403);
    CHECK(server.try_as(person(Who::Parent), headers).status == 403);
  }
  CHECK(server.info(cookie).person == person(Who::Parent));
  CHECK(end(server, cookie, {"Sec-Fetch-Site: same-origin"}).status == 200);
}

TEST_CASE("somebody who is restricted is told of their child and of nobody, as if nobody shared with them") {
  const FamilyServer server;
  const auto said = [&](Who who) {
    wire::SessionInfo info = server.info(server.sign_in(who));
    CHECK(info.person == person(who));
    return info.children.size() * 100 + info.people.size();
  };
  CHECK(said(Who::Restricted) == 100);
  CHECK(said(Who::Other) == 0);
  CHECK(said(Who::Former) == 0);
  CHECK(said(Who::Sharer) == 105);  // with whoever is restricted: from their own list nobody learns it
}

TEST_CASE("neither the database nor the log holds a token, and the log no person at all") {
  const FamilyServer server;
  std::vector<std::string> secrets = {"Canary"};
  for (const Who who : {Who::Parent, Who::Carer, Who::Restricted}) {
    const std::string cookie = server.sign_in(who);
    REQUIRE(!cookie.empty());
    const auto list = message_in<wire::SessionList>(get(server.port(), "/api/session/list", {cookie}));
    REQUIRE(list.ok());
    CHECK(files_of(server).find(token_of(cookie)) == std::string::npos);
    secrets.push_back(token_of(cookie));
    secrets.push_back(person(who).text());
    secrets.push_back(list->sessions.at(0).handle.text());
    end(server, cookie);
  }
  server.try_as(person(Who::Real));
  get(server.port(), "/api/session/list", {"Cookie: __Host-sid=" + secrets[1]});
  const std::string log = server.process().log_of(12);
  CHECK(log.find("\"route\":\"/api/session/list\"") != log.npos);
  for (const std::string& secret : secrets) CHECK(log.find(secret) == log.npos);
}
