// The council's staff over the command line: who is refused, what the audit says of it, and whose account it was, with
// the server up and down.
#include "tests/contract/family_server.hpp"

#include <doctest/doctest.h>

#include <csignal>
#include <fstream>

using namespace alongside::contract;

namespace {

std::string staffed_council(const TemporaryFolder& folder) {
  std::string text = read_file(DEMO_COUNCIL "/council.json");
  text.insert(text.find('{') + 1, R"("staff": [{"officer": "R. Marsh", "roles": ["households", "answers", "system"]},)"
                                  R"({"officer": "B. Bound", "roles": ["answers"], "account": "bbound"},)"
                                  R"({"officer": "nightly backup", "roles": ["system"]}],)"
                                  R"("every_day": [{"at": "00:00", "run": ["retention", "run"]}],)");
  const std::string path = folder.path() + "/council.json";
  write_file(path, text);
  return path;
}

// As sudo starts it for this account.
Finished as_account(const FamilyServer& server, const std::string& council, const std::string& account,
                    std::vector<std::string> words) {
  words.insert(words.begin(), {"/usr/bin/env", "SUDO_USER=" + account, COUNCIL_API});
  words.insert(words.end(), {"--data", server.data(), "--council", council});
  return run(words);
}

// Where somebody signed in to the machine, the kernel's word counts, and not sudo's.
bool has_login() {
  std::ifstream file("/proc/self/loginuid");
  std::string user;
  return std::getline(file, user) && user != "4294967295";
}

}  // namespace

TEST_CASE("with staff named, who lacks the role is refused in plain words, up or down, and the audit says who tried") {
  const TemporaryFolder folder;
  const std::string council = staffed_council(folder);
  FamilyServer server({"--demo"}, council);
  const auto refused = [&](std::vector<std::string> words) {
    const Finished done = server.process().verb(std::move(words));
    CHECK(done.exit_code == 1);
    return done.errors;
  };
  const std::string listed = "This wants the role safeguarding, which nobody has today";
  CHECK(has(refused({"safety", "list"}), listed));
  CHECK(has(refused({"requests", "list", "--officer", "N. Obody"}), "names no officer \"N. Obody\""));
  CHECK(server.process().verb({"requests", "list"}).exit_code == 0);
  CHECK(server.process().verb({"offer", "search", "swimming"}).exit_code == 0);
  CHECK(has(refused({"offer", "import"}), "the role offer"));
  server.process().signal(SIGTERM);
  REQUIRE(server.stopped() == 0);
  CHECK(has(refused({"safety", "list"}), listed));
  const std::string audit = server.process().verb({"audit", "list"}).output;
  CHECK(has(audit, "safety list  not done (not_allowed)"));
  CHECK(has(audit, "N. Obody"));
  CHECK(has(audit, "offer import  not done (not_allowed)"));
  CHECK(has(server.process().verb({"audit", "verify"}).output, "the chain is whole"));
}

TEST_CASE("the account behind a name stands in the audit, and a bound name is taken from no other account") {
  if (has_login()) return;
  const TemporaryFolder folder;
  const std::string council = staffed_council(folder);
  FamilyServer server({"--demo"}, council);
  const std::vector<std::string> asked = {"requests", "list", "--officer", "B. Bound"};
  CHECK(as_account(server, council, "bbound", asked).exit_code == 0);
  const Finished other = as_account(server, council, "rmarsh", asked);
  CHECK(other.exit_code == 1);
  CHECK(has(other.errors, "Only the account bbound may ask as B. Bound, and this came from the account rmarsh."));
  const std::string audit = server.process().verb({"audit", "list", "--json"}).output;
  CHECK(has(audit, "\"officer\":\"B. Bound\",\"account\":\"bbound\""));
  CHECK(has(audit, "\"officer\":\"B. Bound\",\"account\":\"rmarsh\""));
}

TEST_CASE("what is done every day goes on without an officer, and nobody can take its name") {
  const TemporaryFolder folder;
  const std::string council = staffed_council(folder);
  FamilyServer server({"--demo"}, council);
  std::string audit;
  for (int tries = 0; tries < 100 && !has(audit, "every day at 00:00: retention run  done"); ++tries) {
    audit = server.process().verb({"audit", "list"}).output;
  }
  CHECK(has(audit, "every day at 00:00: retention run  done"));
  const Finished pretended = server.process().verb({"retention", "run", "--officer", "every day at 00:00"});
  CHECK(has(pretended.errors, "names no officer \"every day at 00:00\""));
}

TEST_CASE("check-config says who may do what, and plainly when everybody may do everything") {
  const TemporaryFolder folder;
  CHECK(has(run({COUNCIL_API, "check-config", staffed_council(folder)}).output, "system: R. Marsh, nightly backup\n"));
  CHECK(has(run({COUNCIL_API, "check-config", DEMO_COUNCIL "/council.json"}).output,
            "everybody who has the server's account may do everything"));
}
