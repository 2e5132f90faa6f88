// The inbox: what is new comes first and is counted, opening it reads it and leads on.
#include "tests/unit/client/signed_in_screen.hpp"

#include "app/wire/messages/notice.hpp"

using namespace alongside;
using namespace alongside::client;
using ui::Role;

namespace {

wire::Document notice(std::string_view id, std::string title, Date day, std::string href, wire::Seen seen) {
  wire::Notice notice;
  notice.day = day;
  notice.title = {std::move(title), {}};
  notice.text = {"We would like to know.", {}};
  notice.href = std::move(href);
  notice.seen = seen;
  return SignedInScreen::document(id, sam, {household, SubjectId(sam.bytes())}, wire::Facet::Own, notice);
}

void open_with_messages(SignedInScreen& screen, std::string_view address) {
  screen.open_as(address, session_of(sam, "Sam Ashford"));
  screen.feed({notice("00000000-0000-4000-8000-0000000000a1", "Read already", Date(20'778), "", wire::Seen::Yes),
               notice("00000000-0000-4000-8000-0000000000a2", "How was swimming?", Date(20'770), "/fake?visit=1",
                      wire::Seen::No),
               notice("00000000-0000-4000-8000-0000000000a3", "Just so you know", Date(20'771), "", wire::Seen::No)});
}

}  // namespace

TEST_SUITE("inbox") {
  TEST_CASE("what is new is counted in the header and comes first") {
    SignedInScreen screen;
    open_with_messages(screen, "/inbox");
    CHECK(screen.shows(Role::Link, "Messages, 2 new"));
    const auto links = screen.harness.names(Role::Link);
    const auto place = [&](std::string_view name) { return std::find(links.begin(), links.end(), name); };
    CHECK(place("Just so you know") < place("How was swimming?"));
    CHECK(place("How was swimming?") < place("Read already"));
  }

  TEST_CASE("opening a message reads it and leads to what it is about") {
    SignedInScreen screen;
    open_with_messages(screen, "/inbox");
    screen.follow("How was swimming?");
    CHECK(screen.where() == "/fake?visit=1");
    CHECK(screen.shows(Role::Link, "Messages, 1 new"));
    const wire::Push push = screen.take_push();
    REQUIRE(push.operations.size() == 1);
    CHECK(push.operations[0].kind == wire::NoticeRead::schema.id);
  }

  TEST_CASE("a message that leads nowhere is read where it stands, and once") {
    SignedInScreen screen;
    open_with_messages(screen, "/inbox");
    screen.follow("Just so you know");
    CHECK(screen.shows(Role::Heading, "Messages"));
    CHECK(screen.shows(Role::Link, "Messages, 1 new"));
    screen.follow("Just so you know");
    CHECK(screen.take_push().operations.size() == 1);
  }

  TEST_CASE("a message cannot lead out of the application") {
    SignedInScreen screen;
    screen.open_as("/inbox", session_of(sam, "Sam Ashford"));
    screen.feed(
        {notice("00000000-0000-4000-8000-0000000000a4", "Odd", Date(20'770), "//elsewhere.example", wire::Seen::No)});
    screen.follow("Odd");
    CHECK(screen.where().starts_with("/inbox"));
    CHECK(screen.platform.left.empty());
  }

  TEST_CASE("an address with a message that is not there changes nothing") {
    SignedInScreen screen;
    open_with_messages(screen, "/inbox?open=00000000-0000-4000-8000-0000000000ff");
    CHECK(screen.shows(Role::Link, "Messages, 2 new"));
    screen.go("/inbox?open=spoilt");
    CHECK(screen.shows(Role::Link, "Messages, 2 new"));
  }

  TEST_CASE("an empty inbox says what it is for") {
    SignedInScreen screen;
    screen.open_as("/inbox", session_of(sam, "Sam Ashford"));
    CHECK(screen.shows(Role::Paragraph,
                       "Nothing here yet. When we have something to tell you, it will wait for you here."));
  }
}
