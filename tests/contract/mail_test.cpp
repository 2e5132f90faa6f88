// Emails from the real council-api through a real mail server: who gets one, what it says, and that it
// comes once, whatever goes wrong on the way.
#include "app/wire/messages/family.hpp"
#include "tests/contract/attempts.hpp"
#include "tests/contract/mail_server.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <thread>

using namespace alongside;
using namespace alongside::contract;
using namespace std::chrono_literals;

namespace {

bool holds(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

std::string header(const std::string& text, const std::string& name) {
  const std::size_t at = text.find(name + ": ") + name.size() + 2;
  return text.substr(at, text.find("\r\n", at) - at);
}

// The demo council's configuration, with emails that are tried again after a second.
std::string council_file(const TemporaryFolder& folder, std::uint16_t port) {
  std::string text = read_file(DEMO_COUNCIL "/council.json");
  const std::string mail = "\"mail\": {\"server\": \"smtp://127.0.0.1:" + std::to_string(port) +
                           "\", \"from\": \"alongside@northmere.example\", \"app\": \"https://short-breaks.example\","
                           " \"wait_minutes\": 0, \"first_retry_seconds\": 1},\n  ";
  text.insert(text.rfind("\"listen\""), mail);
  write_file(folder.path() + "/council.json", text);
  return folder.path() + "/council.json";
}

struct Town {
  TemporaryFolder folder;
  MailServer mail;
  FamilyDevices devices{council_file(folder, mail.port())};
  Attempts family{devices};

  Town() { REQUIRE(verb({"household", "import", FIXTURES "/family/emails.json"}).exit_code == 0); }

  Finished verb(std::vector<std::string> words) { return devices.server().process().verb(std::move(words)); }
  std::string log() { return devices.server().process().log(); }
  // Waits until the server has logged this.
  bool logged(const std::string& words) {
    for (int tries = 0; tries < 1500 && !holds(log(), words); ++tries) std::this_thread::sleep_for(10ms);
    return holds(log(), words);
  }
  void wish(Who who, const std::string& word) {
    const wire::Preference wish{devices.fresh<DocumentId>(), "shell.emails", word, {}};
    REQUIRE(devices.push(who, pushed(own_things(who), wish)).result.code == "");
  }
};

}  // namespace

TEST_CASE("who wants emails gets one for all that is new, in their language, and it says nothing more") {
  Town town;
  town.family.new_notice(Who::Parent);
  const auto first = town.mail.letters_of(1);
  REQUIRE(first.size() == 1);
  CHECK(first[0].to == "parent@canary.example");
  CHECK(holds(first[0].text, "Subject: Something new for you in Alongside\r\n"));
  CHECK(holds(first[0].text, "https://short-breaks.example/inbox"));
  for (const char* part : {"Canary", "Swimming", "swim", "5.00", "visit", "How was"})
    CHECK(!holds(first[0].text, part));
  town.family.new_notice(Who::Parent);
  for (const Who who : {Who::Carer, Who::Helper, Who::YoungPerson}) town.family.new_notice(who);
  const auto both = town.mail.letters_of(2);
  std::this_thread::sleep_for(3s);  // long enough for more, if there were any
  REQUIRE(town.mail.letters().size() == 2);
  CHECK(both[1].to == "carer@canary.example");
  CHECK(holds(both[1].text, "Subject: Rhywbeth newydd i chi yn Alongside\r\n"));
  CHECK(holds(both[1].text, "Content-Language: cy\r\n"));
  CHECK(holds(town.verb({"mail", "list"}).output, "0 were given up.\n"));
  CHECK(!holds(town.verb({"mail", "list"}).output, "canary"));
  for (const char* part : {"canary", "Canary", "30000000"}) CHECK(!holds(town.log(), part));
}

TEST_CASE("who says no gets none, and who says yes gets one, from the next notice on") {
  Town town;
  town.wish(Who::Parent, "off");
  town.wish(Who::Helper, "en");
  town.family.new_notice(Who::Parent);
  town.family.new_notice(Who::Helper);
  const auto letters = town.mail.letters_of(1);
  REQUIRE(letters.size() == 1);
  CHECK(letters[0].to == "helper@canary.example");
}

TEST_CASE("V16.5.2: a mail server that is down gets the letter when it is up again, and nobody waited for it") {
  Town town;
  town.mail.stop();
  town.family.new_notice(Who::Parent);
  CHECK(town.logged("\"event\":\"mail_delayed\",\"tries\":1,\"reason\":\"no_connection\""));
  const auto began = std::chrono::steady_clock::now();
  town.family.new_notice(Who::Parent);
  CHECK(std::chrono::steady_clock::now() - began < 2s);
  CHECK(holds(town.verb({"mail", "list"}).output, "1 email waits, 0 were given up.\nwaiting "));
  town.mail.start();
  CHECK(town.mail.letters_of(1).size() == 1);
  CHECK(town.logged("\"event\":\"mail_sent\""));
}

TEST_CASE("a letter that shall come later comes later, once") {
  Town town;
  town.mail.behave("later");
  town.family.new_notice(Who::Parent);
  CHECK(town.logged("\"reason\":\"later_451\""));
  town.mail.behave("take");
  CHECK(town.mail.letters_of(1).size() == 1);
  CHECK(town.logged("\"event\":\"mail_sent\""));
  std::this_thread::sleep_for(2s);
  CHECK(town.mail.letters().size() == 1);
}

TEST_CASE("a letter that is refused is given up and told to the council, without the address, until it asks again") {
  Town town;
  town.mail.behave("refuse");
  town.family.new_notice(Who::Parent);
  CHECK(town.logged("\"event\":\"mail_given_up\",\"tries\":1,\"reason\":\"refused_550\""));
  const std::string list = town.verb({"mail", "list"}).output;
  CHECK(list == "0 emails wait, 1 was given up.\ngiven up  to person " + person(Who::Parent).text() +
                    ", 1 try, last: refused_550\n");
  CHECK(!holds(town.log(), "canary"));
  town.mail.behave("take");
  CHECK(holds(town.verb({"mail", "retry"}).output, "1 email is tried again"));
  CHECK(town.mail.letters_of(1).size() == 1);
}

TEST_CASE("a server that is killed while a letter is under way sends it again with the same id, and then never") {
  Town town;
  town.mail.behave("silent");
  town.family.new_notice(Who::Parent);
  REQUIRE(town.mail.letters_of(1).size() == 1);  // it is there, and council-api does not know
  town.devices.server().kill_and_start_again();
  town.mail.behave("take");
  const auto letters = town.mail.letters_of(2);
  REQUIRE(letters.size() == 2);
  CHECK(header(letters[0].text, "Message-ID") == header(letters[1].text, "Message-ID"));
  CHECK(town.logged("\"event\":\"mail_sent\""));
  town.devices.server().kill_and_start_again();
  std::this_thread::sleep_for(2s);
  CHECK(town.mail.letters().size() == 2);
}

TEST_CASE("a server that is told to stop does not wait for a mail server that says nothing") {
  Town town;
  town.mail.behave("silent");
  town.family.new_notice(Who::Parent);
  REQUIRE(town.mail.letters_of(1).size() == 1);
  const auto began = std::chrono::steady_clock::now();
  town.devices.server().process().signal(15);
  CHECK(town.devices.server().stopped() == 0);
  CHECK(std::chrono::steady_clock::now() - began < 5s);
}

TEST_CASE("everybody is told the truth about emails: whether there are any, and where theirs would go") {
  Town town;
  const auto info = [&](const FamilyServer& server, Who who) { return server.info(server.sign_in(who)); };
  CHECK(info(town.devices.server(), Who::Parent).emails == wire::EmailOffer::Offered);
  CHECK(info(town.devices.server(), Who::Parent).email == "p…@canary.example");
  CHECK(info(town.devices.server(), Who::YoungPerson).emails == wire::EmailOffer::NoAddress);
  CHECK(town.devices.server().info("X: y").emails == wire::EmailOffer::NotSent);  // nobody is told nothing

  const FamilyServer without;
  REQUIRE(without.process().verb({"household", "import", FIXTURES "/family/emails.json"}).exit_code == 0);
  CHECK(info(without, Who::Parent).emails == wire::EmailOffer::NotSent);
  CHECK(info(without, Who::Parent).email == "");
  CHECK(holds(without.process().verb({"mail", "list"}).output, "This council sends no emails"));
}

TEST_CASE("a password for the mail server is asked for at the start, and is in no log") {
  TemporaryFolder folder;
  std::string text = read_file(council_file(folder, 25));
  text.insert(text.find("\"wait_minutes\""),
              "\"user\": \"alongside\", \"password_file\": \"" + folder.path() + "/secret\", ");
  write_file(folder.path() + "/council.json", text);
  const std::vector<std::string> check = {COUNCIL_API, "check-config", folder.path() + "/council.json"};
  CHECK(run(check).exit_code == 1);
  CHECK(holds(run(check).errors, "mail.password_file"));
  write_file(folder.path() + "/secret", "hunter-canary\n");
  CHECK(run(check).exit_code == 0);
  const ServerProcess server(COUNCIL_API, "", {}, folder.path() + "/council.json");
  CHECK(server.port() != 0);
  CHECK(holds(server.log(), "\"emails\":\"sent\""));
  CHECK(!holds(server.log() + run(check).output, "hunter-canary"));
}
