// The pages that the council wrote for everybody, as the shell shows them.
#include "app/wire/messages/public_page.hpp"
#include "tests/unit/client/signed_in_screen.hpp"

using namespace alongside;
using namespace alongside::client;
using ui::Role;

namespace {

wire::PublicPage privacy() {
  wire::PublicPage page;
  page.id = "privacy";
  page.title = {"What we know about you", "Beth rydym yn ei wybod"};
  page.lead = {"This is for parents.", "Mae hwn i rieni."};
  page.updated = Date::parse("2026-11-28").value();
  page.sections.push_back({{"Who sees it", "Pwy sy'n ei weld"}, {{"You do.", "Chi."}}, {{"A point", ""}}});
  return page;
}

constexpr std::string_view asked_for = "/api/pages/privacy";

}  // namespace

TEST_SUITE("pages for everybody") {
  TEST_CASE("a page has its title, its sections, its points and the day it was read through") {
    SignedInScreen screen;
    screen.open("/privacy");
    screen.draw();
    CHECK(screen.shows(Role::Heading, "What we know about you, and why"));
    screen.platform.answer_path(asked_for, wire::encode_frame(privacy()));
    screen.draw();
    CHECK(screen.shows(Role::Heading, "What we know about you"));
    CHECK(screen.shows(Role::Heading, "Who sees it"));
    CHECK(screen.shows(Role::Paragraph, "You do."));
    CHECK(screen.shows(Role::Paragraph, "We last read this page through on 28 November 2026."));
  }

  TEST_CASE("the help page leads to every one of them") {
    SignedInScreen screen;
    screen.open("/help");
    screen.draw();
    for (const char* name : {"Can everybody use this? Our accessibility statement", "What we know about you, and why",
                             "For children and young people: what we know about you", "What Alongside is made of"}) {
      CHECK(screen.shows(Role::Link, name));
    }
  }

  TEST_CASE("without a network it says so, and tries again when asked") {
    SignedInScreen screen;
    screen.open("/privacy");
    screen.platform.answer_path(asked_for, Error{ErrorCode::Offline, "no answer"});
    screen.draw();
    CHECK(screen.shows(Role::Status,
                       "You are offline, and this page is not on this device yet. Open it once with a network and it "
                       "will stay."));
    screen.press("Try again");
    screen.platform.answer_path(asked_for, wire::encode_frame(privacy()));
    screen.draw();
    CHECK(screen.shows(Role::Heading, "Who sees it"));
  }

  TEST_CASE("a page that the council has not written, and one that is spoilt, still give the phone number") {
    for (const ErrorCode code : {ErrorCode::NotFound, ErrorCode::Internal}) {
      SignedInScreen screen;
      screen.open("/privacy");
      screen.platform.answer_path(asked_for, Error{code, "no"});
      screen.draw();
      CHECK(screen.shows(Role::Button, "Try again") == (code == ErrorCode::Internal));
      CHECK(screen.shows(Role::Link, "Ring 01632 960123"));
    }
    SignedInScreen spoilt;
    spoilt.open("/privacy");
    spoilt.platform.answer_path(asked_for, Bytes{1, 2, 3});
    spoilt.draw();
    CHECK(spoilt.shows(Role::Button, "Try again"));
  }

  TEST_CASE("an answer that comes after the page was left hurts nobody") {
    SignedInScreen screen;
    screen.open("/privacy");
    screen.draw();
    screen.go("/help");
    screen.draw();
    screen.platform.answer_path(asked_for, wire::encode_frame(privacy()));
    screen.draw();
    CHECK(screen.shows(Role::Heading, "Help"));
  }
}
