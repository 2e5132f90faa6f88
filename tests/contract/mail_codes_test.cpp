// Codes by email, from the real council-api through a real mail server: they come to the person's own address, work
// once, stand nowhere in the database, and nobody learns whether there is an address.
#include "app/wire/messages/sign_in.hpp"
#include "tests/contract/family_server.hpp"
#include "tests/contract/mail_server.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <thread>

using namespace alongside;
using namespace alongside::contract;
using namespace std::chrono_literals;

namespace {

bool contains(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

// A council whose codes let somebody in by themselves, so that a code can be tried without a provider.
std::string council_with_codes(const TemporaryFolder& folder, std::uint16_t port) {
  std::string text = read_file(DEMO_COUNCIL "/council.json");
  const std::string more = "\"mail\": {\"server\": \"smtp://127.0.0.1:" + std::to_string(port) +
                           "\", \"from\": \"alongside@northmere.example\", \"app\": \"https://short-breaks.example\","
                           " \"wait_minutes\": 0, \"first_retry_seconds\": 1},\n  \"sign_in\": {\"app\":"
                           " \"https://short-breaks.example\", \"codes\": \"alone\", \"providers\": []},\n  ";
  text.insert(text.rfind("\"listen\""), more);
  write_file(folder.path() + "/council.json", text);
  return folder.path() + "/council.json";
}

// "K7QM-4XBN-9TRW", on a line of its own.
std::string code_in(const std::string& letter) {
  const std::string before = "Here is your code for Alongside:\r\n\r\n";
  const std::size_t at = letter.find(before);
  return at == letter.npos ? "" : letter.substr(at + before.size(), 14);
}

struct Codes {
  TemporaryFolder folder;
  MailServer mail;
  FamilyServer server{{"--demo"}, council_with_codes(folder, mail.port())};

  Codes() { REQUIRE(verb({"household", "import", FIXTURES "/family/emails.json"}).exit_code == 0); }

  Finished verb(std::vector<std::string> words) const { return server.process().verb(std::move(words)); }
  Finished by_email(const std::string& what, Who who) const {
    return verb({"household", what, person(who).text(), "--email"});
  }
  Reply enter(const std::string& code) const {
    return post(server.port(), "/api/sign-in/code", frame_of(wire::SignInCode{code, "Firefox", {}}));
  }
  bool logged(const std::string& words) const {
    for (int tries = 0; tries < 1500 && !contains(server.process().log(), words); ++tries)
      std::this_thread::sleep_for(10ms);
    return contains(server.process().log(), words);
  }
};

}  // namespace

TEST_CASE("a code that is asked for by email comes to the person's own address, in both languages, and works once") {
  Codes all;
  const Finished asked = all.by_email("invite", Who::Parent);
  CHECK(asked.exit_code == 0);
  const auto letters = all.mail.letters_of(1);
  REQUIRE(letters.size() == 1);
  CHECK(letters[0].to == "parent@canary.example");
  CHECK(contains(letters[0].text, "https://short-breaks.example/signin"));
  CHECK(contains(letters[0].text, "Dyma eich cod ar gyfer Alongside:"));
  for (const char* part : {"Canary", "child", "Riley"}) CHECK_FALSE(contains(letters[0].text, part));
  const std::string code = code_in(letters[0].text);
  REQUIRE(code.size() == 14);
  CHECK_FALSE(contains(asked.output + asked.errors + all.server.process().log(), code));
  CHECK_FALSE(contains(all.server.process().log(), "canary"));
  const Reply in = all.enter(code);
  CHECK(in.status == 200);
  CHECK(all.server.info(cookie_in(in)).person == person(Who::Parent));
  CHECK(all.enter(code).status == 403);
}

TEST_CASE("whether somebody has an address is told to nobody: the answer is the same, and no letter is seen to wait") {
  Codes all;
  const Finished with = all.by_email("invite", Who::Parent);
  const Finished without = all.by_email("invite", Who::YoungPerson);
  CHECK(with.exit_code == without.exit_code);
  CHECK(with.output == without.output);
  CHECK(with.errors == without.errors);
  REQUIRE(all.mail.letters_of(1).size() == 1);
  CHECK(all.logged("mail_sent"));
  CHECK(contains(all.verb({"mail", "list"}).output, "0 emails wait, 0 were given up.\n"));
  CHECK(all.mail.letters().size() == 1);
}

TEST_CASE("a code that is delayed is another one each time, only the last works, and none stands in the database") {
  Codes all;
  all.mail.behave("later");
  all.by_email("invite", Who::Carer);
  CHECK(all.logged("\"reason\":\"later_451\""));
  all.mail.behave("take");
  const auto letters = all.mail.letters_of(1);
  REQUIRE(letters.size() == 1);
  const std::string code = code_in(letters[0].text);
  REQUIRE(code.size() == 14);
  CHECK(all.logged("mail_sent"));
  for (const auto& file : std::filesystem::directory_iterator(all.server.data())) {
    if (!file.is_regular_file()) continue;
    const std::string bytes = read_file(file.path().string());
    CHECK_FALSE(contains(bytes, code));
    CHECK_FALSE(contains(bytes, code.substr(5)));
  }
  CHECK(all.enter(code).status == 200);
}

TEST_CASE("a code that is printed after one was asked for by email takes its place: no letter goes") {
  Codes all;
  all.mail.stop();
  all.by_email("invite", Who::Parent);
  CHECK(all.logged("mail_delayed"));
  const Finished printed = all.verb({"household", "invite", person(Who::Parent).text()});
  const std::string code = printed.output.substr(0, 14);
  all.mail.start();
  std::this_thread::sleep_for(3s);  // long enough for a letter, if there were one
  CHECK(all.mail.letters().empty());
  CHECK(all.enter(code).status == 200);
}

TEST_CASE("a recovery by email ends what was open, once its code is used and not before") {
  Codes all;
  const std::string before = all.server.sign_in(Who::Helper);
  all.by_email("recover", Who::Helper);
  const auto letters = all.mail.letters_of(1);
  REQUIRE(letters.size() == 1);
  CHECK(all.server.info(before).person == person(Who::Helper));
  CHECK(all.enter(code_in(letters[0].text)).status == 200);
  CHECK(all.server.info(before).person.is_nil());
}

TEST_CASE("a letter that the mail server refuses is not tried again, and its code does not work") {
  Codes all;
  all.mail.behave("refuse");
  all.by_email("invite", Who::Parent);
  CHECK(all.logged("\"event\":\"mail_given_up\",\"tries\":1,\"reason\":\"refused_550\""));
  all.mail.behave("take");
  std::this_thread::sleep_for(3s);
  CHECK(all.mail.letters().empty());
}

TEST_CASE("a council that sends no emails says so, and makes no code") {
  const FamilyServer none;
  const Finished asked = none.process().verb({"household", "invite", person(Who::Parent).text(), "--email"});
  CHECK(asked.exit_code != 0);
  CHECK(contains(asked.errors, "sends no emails"));
}
