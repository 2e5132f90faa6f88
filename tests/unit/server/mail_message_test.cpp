// The letter that says there is something new: its headers whatever the names in it, its body, its size.
#include "app/server/mail/mail_address.hpp"
#include "app/server/mail/mail_letter.hpp"
#include "app/server/mail/mail_text.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace alongside;
using namespace alongside::server;

namespace {

MailConfig some_mail() {
  MailConfig mail;
  mail.server = "smtp://127.0.0.1:25";
  mail.from = "alongside@northmere.example";
  mail.app = "https://short-breaks.example";
  return mail;
}

wire::Council council_named(const std::string& name) {
  wire::Council council;
  council.name = {name, name};
  council.help.phone = "01632 960123";
  return council;
}

MailLetter letter_to(const std::string& address, Language language = Language::English) {
  return {"00000000-0000-4000-8000-000000000001", address, language, 1'795'366'800'000};
}

std::string message(const std::string& council, Language language = Language::English) {
  const auto made = mail_message(letter_to("sam@family.example", language), some_mail(), council_named(council));
  REQUIRE(made.ok());
  return made.value();
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find("\r\n", at);
    REQUIRE(end != text.npos);
    lines.push_back(text.substr(at, end - at));
    at = end + 2;
  }
  return lines;
}

// The names of the headers, up to the empty line.
std::vector<std::string> header_names(const std::string& text) {
  std::vector<std::string> names;
  for (const std::string& line : lines_of(text)) {
    if (line.empty()) break;
    if (line.front() != ' ') names.push_back(line.substr(0, line.find(':')));
  }
  return names;
}

const std::vector<std::string> every_header = {"Date",
                                               "From",
                                               "To",
                                               "Subject",
                                               "Message-ID",
                                               "Auto-Submitted",
                                               "MIME-Version",
                                               "Content-Type",
                                               "Content-Transfer-Encoding",
                                               "Content-Language"};

std::string without_soft_breaks(std::string text) {
  for (std::size_t at; (at = text.find("=\r\n")) != text.npos;) text.erase(at, 3);
  return text;
}

}  // namespace

TEST_CASE("a letter is the same to the last byte as the one that is written down here") {
  CHECK(message("Northmere Council") ==
        "Date: Sun, 22 Nov 2026 17:00:00 +0000\r\n"
        "From: Northmere Council\r\n"
        " <alongside@northmere.example>\r\n"
        "To: <sam@family.example>\r\n"
        "Subject: Something new for you in Alongside\r\n"
        "Message-ID: <00000000-0000-4000-8000-000000000001@northmere.example>\r\n"
        "Auto-Submitted: auto-generated\r\n"
        "MIME-Version: 1.0\r\n"
        "Content-Type: text/plain; charset=utf-8\r\n"
        "Content-Transfer-Encoding: quoted-printable\r\n"
        "Content-Language: en\r\n"
        "\r\n"
        "There is something new for you in Alongside. You can read it here:\r\n"
        "\r\n"
        "https://short-breaks.example/inbox\r\n"
        "\r\n"
        "Do you want no more of these emails? Sign in and choose =E2=80=9CNo emails=\r\n"
        "=E2=80=9D here:\r\n"
        "\r\n"
        "https://short-breaks.example/account\r\n"
        "\r\n"
        "Nobody reads what is sent to this address. To talk to a person, ring 01632 =\r\n"
        "960123.\r\n"
        "\r\n"
        "Northmere Council\r\n");
}

TEST_CASE("a letter to somebody who reads Welsh is in Welsh, and says so") {
  const std::string welsh = message("Cyngor Môn", Language::Welsh);
  CHECK(welsh.find("Content-Language: cy\r\n") != welsh.npos);
  CHECK(welsh.find("From: =?UTF-8?Q?Cyngor_M=C3=B4n?=\r\n") != welsh.npos);
  CHECK(welsh.find("Mae rhywbeth newydd i chi yn Alongside.") != welsh.npos);
  CHECK(welsh.find("There is") == welsh.npos);
}

TEST_CASE("V1.3.11: no name of a council can add a header, end one or begin the body") {
  for (const std::string name :
       {"North\r\nBcc: all@family.example", "North\nSubject: else", "North\r\n\r\nHello", "North\rX: y",
        "\"North\" <a@b>", "North, South; East: West", "=?UTF-8?Q?North?=", "North\xff\xfe", "\t", ""}) {
    CAPTURE(name);
    const std::string text = message(name);
    CHECK(header_names(text) == every_header);
    const std::size_t body = text.find("\r\n\r\n");
    CHECK(text.substr(body + 4, 8) == "There is");
    CHECK(std::ranges::count(text.substr(0, body), '<') == 3);  // From, To and Message-ID
  }
}

TEST_CASE("every line is short and plain, however long and foreign the council's name is") {
  std::string name = "Cyngor ";
  for (int times = 0; times < 60; ++times) name += "Ŵŷ€𝔘 ";
  const std::string text = message(name);
  for (const std::string& line : lines_of(text)) {
    CHECK(line.size() <= 76);
    CHECK(std::ranges::all_of(line, [](char c) { return c >= ' ' && c <= '~'; }));
  }
  // No character is cut in two: every encoded word is well-formed by itself.
  for (const std::string& line : lines_of(text)) {
    const std::size_t start = line.find("=?UTF-8?Q?");
    if (start == line.npos) continue;
    const std::string word = line.substr(start + 10, line.size() - start - 12);
    for (const char* part : {"=C5=B4", "=E2=82=AC", "=F0=9D=94=98"}) {
      CHECK(word.find(std::string(part).substr(3)) != 0);
    }
  }
}

TEST_CASE("nobody is written to at an address that is none or would say more than an address") {
  for (const char* address :
       {"", "sam", "@family.example", "sam@", "sam@family.example\r\nBcc: x@y.example",
        "sam@family.example, x@y.example", "<sam@family.example>", "sam @family.example", "s\"am@family.example",
        "sam@family..example", ".sam@family.example", "sam@-family.example", "sam@fam_ily.example",
        "sâm@family.example", "sam@family.example>", "sam\x01@family.example"}) {
    CAPTURE(address);
    CHECK(!is_mail_address(address));
    const auto made = mail_message(letter_to(address), some_mail(), council_named("North"));
    CHECK(!made.ok());
  }
  CHECK(!is_mail_address(std::string(65, 'a') + "@family.example"));
  CHECK(!is_mail_address("a@" + std::string(300, 'a')));
  for (const char* address : {"sam@family.example", "s.o'neil+alongside@mail.family.example", "1@localhost"}) {
    CHECK(is_mail_address(address));
  }
}

TEST_CASE("an address is shown to its owner so that nobody beside them can copy it") {
  CHECK(masked_address("sam@family.example") == "s…@family.example");
  CHECK(masked_address("") == "");
}

TEST_CASE("a body comes out of quoted-printable as it went in") {
  const std::string long_line(200, 'a');
  const std::string encoded = quoted_printable("caffè = 1 \n\n" + long_line + "\nend");
  CHECK(encoded.starts_with("caff=C3=A8 =3D 1=20\r\n\r\n"));
  CHECK(without_soft_breaks(encoded).find(long_line + "\r\nend\r\n") != encoded.npos);
  CHECK(quoted_printable("") == "");
}
