// Who asks for a verb, as the command line and the running server see it.
#include "tests/contract/family_server.hpp"

#include <doctest/doctest.h>

#include <csignal>
#include <sstream>

using namespace alongside::contract;

namespace {

// In an environment that names nobody.
Finished nameless(const FamilyServer& server, std::vector<std::string> words) {
  words.insert(words.begin(), {"/usr/bin/env", "-u", "ALONGSIDE_OFFICER", COUNCIL_API});
  words.insert(words.end(), {"--data", server.data(), "--council", DEMO_COUNCIL "/council.json"});
  return run(words);
}

std::string last_line(const std::string& text) {
  std::istringstream in(text);
  std::string line, last;
  while (std::getline(in, line)) last = line;
  return last;
}

}  // namespace

TEST_CASE("a verb about families asks who wants it, and the audit says who that was and of which household") {
  FamilyServer server;
  const std::string somebody = person(Who::Parent).text();
  const Finished refused = nameless(server, {"household", "invite", somebody});
  CHECK(refused.exit_code != 0);
  CHECK(has(refused.errors, "--officer"));
  const Finished done = nameless(server, {"household", "invite", somebody, "--officer", "C. Evans"});
  CHECK(done.exit_code == 0);
  const Finished listed = nameless(server, {"audit", "list", "--json", "--officer", "D. Auditor"});
  REQUIRE(listed.exit_code == 0);
  const std::string line = last_line(listed.output);
  CHECK(has(line, "\"verb\":\"household invite\",\"officer\":\"C. Evans\""));
  CHECK(has(line, "\"household\":\"10000000-0000-4000-8000-000000000001\""));
  CHECK(has(line, "\"subject\":\"" + somebody + "\""));
  CHECK_FALSE(has(listed.output, done.output.substr(0, done.output.find('\n'))));
}

TEST_CASE("reading is recorded as well, with the server up or down, and so is what was refused") {
  FamilyServer server;
  REQUIRE(server.process().verb({"requests", "list"}).exit_code == 0);
  CHECK(server.process().verb({"requests", "show", "10000000-0000-4000-8000-0000000000ff"}).exit_code == 1);
  server.process().signal(SIGTERM);
  REQUIRE(server.stopped() == 0);
  REQUIRE(server.process().verb({"safety", "list"}).exit_code == 0);
  const std::string listed = server.process().verb({"audit", "list"}).output;
  CHECK(has(listed, "R. Marsh: requests list  done"));
  CHECK(has(listed, "R. Marsh: requests show"));
  CHECK(has(listed, "not done ("));
  CHECK(has(listed, "R. Marsh: safety list  done"));
}

TEST_CASE("what is written with a command counts, and not what the environment says") {
  FamilyServer server;
  const Finished done =
      run({"/usr/bin/env", "ALONGSIDE_OFFICER=E. Environment", "ALONGSIDE_DATA=/nowhere",
           "ALONGSIDE_COUNCIL=/nowhere.json", "ALONGSIDE_TODAY=2020-02-02", COUNCIL_API, "safety", "list", "--officer",
           "K. Iqbal", "--data", server.data(), "--council", DEMO_COUNCIL "/council.json", "--today", "2026-11-22"});
  CHECK(done.exit_code == 0);
  const std::string listed = server.process().verb({"audit", "list"}).output;
  CHECK(has(listed, "K. Iqbal: safety list  done"));
  CHECK_FALSE(has(listed, "E. Environment"));
}

TEST_CASE("what is public asks for nobody's name and is not recorded") {
  FamilyServer server;
  CHECK(nameless(server, {"offer", "feeds"}).exit_code == 0);
  CHECK(nameless(server, {"ledger", "check"}).exit_code == 0);
  CHECK(nameless(server, {"offer", "search", "--feed", DEMO_COUNCIL "/offer", "swimming"}).exit_code == 0);
  const Finished verified = nameless(server, {"audit", "verify"});
  CHECK(verified.exit_code == 0);
  CHECK(has(verified.output, "the chain is whole"));
  CHECK_FALSE(has(server.process().verb({"audit", "list"}).output, "offer"));
}

TEST_CASE("the head that is printed is the head that is asked for again") {
  FamilyServer server;
  const std::string printed = server.process().verb({"audit", "verify"}).output;
  std::string head = printed.substr(printed.rfind(' ') + 1);
  head.pop_back();
  REQUIRE(server.process().verb({"requests", "list"}).exit_code == 0);
  CHECK(server.process().verb({"audit", "verify", "--head", head}).exit_code == 0);
  head.back() = head.back() == '0' ? '1' : '0';
  const Finished other = server.process().verb({"audit", "verify", "--head", head});
  CHECK(other.exit_code == 1);
  CHECK(has(other.errors, "is not the one that was noted"));
}
