// "mail" in a council's configuration, and where the password is read.
#include "app/server/council_config.hpp"

#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <unistd.h>

using namespace alongside;
using namespace alongside::server;

namespace {

Result<CouncilConfig> with_mail(const std::string& members) {
  std::ifstream in(DEMO_COUNCIL "/council.json", std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  text.insert(text.rfind("\"listen\""), "\"mail\": {" + members + "},\n  ");
  return parse_council_config(text);
}

const std::string needed =
    R"("server": "smtps://mail.northmere.example:465", "from": "alongside@northmere.example", "app": "https://a.example")";

std::string mistakes(const std::string& members) {
  const auto config = with_mail(members);
  return config.ok() ? "none" : config.error().detail;
}

bool says(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

}  // namespace

TEST_CASE("a council without \"mail\" sends no emails, and one with it says where") {
  CHECK(!read_council_config(DEMO_COUNCIL "/council.json")->mail.sends());
  const auto config = with_mail(needed + R"(, "hours_between": 24)");
  REQUIRE(config.ok());
  CHECK(config->mail.sends());
  CHECK(config->mail.server == "smtps://mail.northmere.example:465");
  CHECK(config->mail.hours_between == 24);
  CHECK(config->mail.wait_minutes == 10);
  CHECK(mail_password(config->mail).value() == "");
}

TEST_CASE("what is missing or wrong in \"mail\" is named by its key") {
  const std::string none = mistakes("");
  for (const char* key :
       {"mail.server: write the mail server", "mail.from: write the address", "mail.app: write where"}) {
    CHECK(says(none, key));
  }
  CHECK(says(mistakes(needed + R"(, "colour": 1)"), "mail.colour: this key is not known"));
  CHECK(says(mistakes(needed + R"(, "hours_between": -1)"), "mail.hours_between"));
  CHECK(says(mistakes(needed + R"(, "first_retry_seconds": 0)"), "mail.first_retry_seconds"));
}

TEST_CASE("a mail server is a scheme, a host and a port, and never anything with a password in it") {
  for (const char* bad : {"mail.northmere.example", "http://mail.example", "smtp://user:secret@mail.example",
                          "smtps://mail.example/path", "smtp://", "smtp://mail.example:", "smtp://mail.example:x",
                          "smtp://mail.example:999999", "smtp://mail example", "smtp://mail.example?a"}) {
    CAPTURE(bad);
    const std::string told = mistakes(R"("server": ")" + std::string(bad) +
                                      R"(", "from": "a@northmere.example", "app": "https://a.example")");
    CHECK(says(told, "mail.server: write the mail server"));
    CHECK(!says(told, "secret"));
  }
  for (const char* good : {"smtp://127.0.0.1:2525", "smtps://mail.example", "smtp://localhost:25"}) {
    CAPTURE(good);
    CHECK(mistakes(R"("server": ")" + std::string(good) +
                   R"(", "from": "a@northmere.example", "app": "https://a.example")") == "none");
  }
}

TEST_CASE("a password stands in a file or in the environment, one of the two, and in no message") {
  CHECK(says(mistakes(needed + R"(, "user": "alongside")"), "mail.user: say where its password is"));
  CHECK(says(mistakes(needed + R"(, "user": "a", "password_file": "/a", "password_env": "B")"), "mail.user"));
  CHECK(says(mistakes(needed + R"(, "password_env": "B")"), "mail.user: write the name"));
  CHECK(says(mistakes(needed + R"(, "user": "a", "password": "secret")"), "mail.password: this key is not known"));
  CHECK(!says(mistakes(needed + R"(, "user": "a", "password": "secret")"), "secret"));

  MailConfig mail;
  mail.user = "alongside";
  mail.password_env = "ALONGSIDE_TEST_MAIL_PASSWORD";
  CHECK(!mail_password(mail).ok());
  setenv("ALONGSIDE_TEST_MAIL_PASSWORD", "from the environment", 1);
  CHECK(mail_password(mail).value() == "from the environment");

  const auto file = std::filesystem::temp_directory_path() / ("alongside-mail-" + std::to_string(getpid()));
  mail.password_env.clear();
  mail.password_file = file.string();
  const auto missing = mail_password(mail);
  REQUIRE(!missing.ok());
  CHECK(says(missing.error().detail, "cannot be read"));
  std::ofstream(file) << "from the file\n";
  CHECK(mail_password(mail).value() == "from the file");
  std::ofstream(file) << std::string(2000, 'x');
  CHECK(!mail_password(mail).ok());
  std::filesystem::remove(file);
}
