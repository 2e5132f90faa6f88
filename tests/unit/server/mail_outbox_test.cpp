// Letters on their way, with a clock that the test holds: who gets one, when, how often it is tried, and
// when that ends.
#include "app/server/mail/mail_outbox.hpp"
#include "app/server/mail/mail_wish.hpp"
#include "app/server/notices/notice_writer.hpp"
#include "tests/unit/server/sync_server.hpp"

#include <doctest/doctest.h>

using namespace alongside;
using namespace alongside::server;

namespace {

constexpr std::int64_t second = 1000;
constexpr std::int64_t minute = 60 * second;
constexpr std::int64_t hour = 60 * minute;

struct Post {
  SyncServer server;
  Actor reader = server.person(1);
  TestDevice device{server, reader, 1};
  MailOutbox outbox{server.database, server.documents};
  MailConfig mail;

  Post() {
    mail.server = "smtp://127.0.0.1:25";
    give_address(reader, "reader@family.example");
    wish("en");
  }

  void give_address(const Actor& who, const std::string& address) {
    auto update = server.database.prepare("UPDATE person SET email = ?2 WHERE id = ?1");
    REQUIRE(update.ok());
    bind_id(update.value(), 1, who.person).bind(2, address);
    REQUIRE(update.value().run().ok());
  }

  void wish(const std::string& word) {
    wire::Preference preference;
    preference.id = random_id<DocumentId>(server.chance);
    preference.key = mail_wish_key;
    preference.value = word;
    REQUIRE(device.make(server.own(reader), preference).code == "");
  }

  DocumentId notice() {
    NoticeWriter writer(server.database, server.documents, server.clock, server.chance);
    NewNotice words;
    words.title.en = "How was swimming?";
    const auto made = writer.write(server.own(reader), words);
    REQUIRE(made.ok());
    return made.value();
  }

  std::optional<DueLetter> due() {
    auto found = outbox.take_due(mail, server.clock.now);
    REQUIRE(found.ok());
    return found.value();
  }

  MailState settle(const DueLetter& letter, MailFate fate, const std::string& reason = "") {
    return outbox.settle(letter, {fate, reason}, server.clock.now).value();
  }

  void go_on(std::int64_t ms) { server.clock.now += ms; }
  // A notice whose letter may go now.
  DueLetter letter() {
    notice();
    go_on(mail.wait_minutes * minute);
    const auto found = due();
    REQUIRE(found.has_value());
    return *found;
  }
};

}  // namespace

TEST_CASE("a notice puts one letter on its way, after the time in which more may come") {
  Post post;
  post.notice();
  post.go_on(10 * minute - 1);
  CHECK(!post.due());
  post.go_on(1);
  const auto letter = post.due();
  REQUIRE(letter.has_value());
  CHECK(letter->to == "reader@family.example");
  CHECK(letter->language == Language::English);
  CHECK(letter->tries == 1);
  CHECK(!post.due());
}

TEST_CASE("many notices are one letter, and the next letter waits its hours") {
  Post post;
  post.notice();
  post.notice();
  CHECK(post.settle(post.letter(), MailFate::Sent) == MailState::Sent);
  CHECK(post.server.count("mail_letter") == 1);
  post.notice();
  post.go_on(12 * hour - 1);
  CHECK(!post.due());
  post.go_on(1);
  CHECK(post.due().has_value());
}

TEST_CASE("who wants no letters, says nothing, or has no address gets none") {
  Post post;
  post.wish("off");
  post.notice();
  CHECK(post.server.count("mail_letter") == 0);
  post.wish("something else");
  post.notice();
  CHECK(post.server.count("mail_letter") == 0);
  post.wish("cy");
  for (const char* address : {"", "no address", "a@b.example\r\nBcc: c@d.example"}) {
    post.give_address(post.reader, address);
    post.notice();
    CHECK(post.server.count("mail_letter") == 0);
  }
  post.give_address(post.reader, "reader@family.example");
  CHECK(post.letter().language == Language::Welsh);
}

TEST_CASE("a letter whose notices were read meanwhile is not sent, nor one that is not wanted any more") {
  Post post;
  wire::NoticeRead read;
  read.notice = post.notice();
  REQUIRE(post.device.make(post.server.own(post.reader), read).code == "");
  post.go_on(hour);
  CHECK(!post.due());
  CHECK(post.server.count("mail_letter") == 0);
  post.notice();
  post.wish("off");
  post.go_on(hour);
  CHECK(!post.due());
  CHECK(post.server.count("mail_letter") == 0);
}

TEST_CASE("a letter goes to the address that the council has on that day") {
  Post post;
  post.notice();
  post.give_address(post.reader, "new@family.example");
  post.go_on(hour);
  CHECK(post.due()->to == "new@family.example");
}

TEST_CASE("a letter that is not taken is tried again with the same id, each time after twice as long") {
  Post post;
  DueLetter letter = post.letter();
  const MailId id = letter.id;
  for (std::int64_t pause = minute; pause <= 8 * hour; pause *= 2) {
    CHECK(post.settle(letter, MailFate::Later, "no_connection") == MailState::Waiting);
    post.go_on(pause - 1);
    CHECK(!post.due());
    post.go_on(1);
    const auto again = post.due();
    REQUIRE(again.has_value());
    CHECK(again->id == id);
    CHECK(again->tries == letter.tries + 1);
    letter = *again;
  }
}

TEST_CASE("trying ends, is told, and begins again when the council asks for it") {
  Post post;
  DueLetter letter = post.letter();
  while (post.settle(letter, MailFate::Later, "later_451") == MailState::Waiting) {
    post.go_on(12 * hour);
    letter = post.due().value();
  }
  CHECK(letter.tries == MailOutbox::most_tries);
  post.go_on(100 * hour);
  CHECK(!post.due());
  const auto lines = post.outbox.lines().value();
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].state == MailState::GivenUp);
  CHECK(lines[0].person == post.reader.person);
  CHECK(lines[0].reason == "later_451");
  CHECK(post.outbox.retry_all().value() == 1);
  CHECK(post.due()->id == letter.id);
}

TEST_CASE("a letter that will never be taken is given up at once, and the next notice has a new one") {
  Post post;
  CHECK(post.settle(post.letter(), MailFate::Refused, "refused_550") == MailState::GivenUp);
  post.go_on(100 * hour);
  CHECK(!post.due());
  CHECK(post.settle(post.letter(), MailFate::Sent) == MailState::Sent);
  CHECK(post.outbox.lines().value().empty());  // what was given up before matters no more
}

TEST_CASE("a letter whose fate was never noted is sent again, not forgotten") {
  Post post;
  const DueLetter letter = post.letter();  // and the server is killed
  post.go_on(minute - 1);
  CHECK(!post.due());
  post.go_on(1);
  const auto again = post.due();
  REQUIRE(again.has_value());
  CHECK(again->id == letter.id);
}

TEST_CASE("one person's letters say nothing by when they go about another's") {
  Post quiet;
  Post busy;
  const Actor other = busy.server.person(2);
  busy.give_address(other, "other@family.example");
  TestDevice device(busy.server, other, 2);
  wire::Preference preference{random_id<DocumentId>(busy.server.chance), std::string(mail_wish_key), "en", {}};
  REQUIRE(device.make(busy.server.own(other), preference).code == "");
  NoticeWriter writer(busy.server.database, busy.server.documents, busy.server.clock, busy.server.chance);
  NewNotice words;
  words.title.en = "Something";
  REQUIRE(writer.write(busy.server.own(other), words).ok());
  quiet.notice();
  busy.notice();
  for (int times = 0; times < 30; ++times) {
    quiet.go_on(minute);
    busy.go_on(minute);
    bool reached = false;
    while (const auto letter = busy.due()) {
      reached = reached || letter->to == "reader@family.example";
      busy.settle(*letter, letter->to == "reader@family.example" ? MailFate::Sent : MailFate::Later);
    }
    const auto letter = quiet.due();
    if (letter) quiet.settle(*letter, MailFate::Sent);
    CHECK(letter.has_value() == reached);
  }
}

TEST_CASE("a pause grows from the first to half a day and no further") {
  CHECK(mail_pause_ms(1, 60) == minute);
  CHECK(mail_pause_ms(2, 60) == 2 * minute);
  CHECK(mail_pause_ms(10, 60) == 512 * minute);
  CHECK(mail_pause_ms(11, 60) == 12 * hour);
  CHECK(mail_pause_ms(1'000'000, 3600) == 12 * hour);
}
