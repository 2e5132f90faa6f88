// Signing in by a provider, with the council's code, and out again by way of the provider.
#include "tests/unit/client/signed_in_screen.hpp"

#include "app/wire/messages/sign_in.hpp"

using namespace alongside;
using namespace alongside::client;
using ui::Role;

namespace {

wire::SignInDesk desk_of(wire::SignInStep step = wire::SignInStep::Begin, std::string then = "") {
  wire::SignInDesk desk;
  wire::SignInProvider provider;
  provider.name = {"My Northmere account", "Fy nghyfrif Northmere"};
  provider.start = "/sign-in/council";
  desk.providers.push_back(provider);
  desk.step = step;
  desk.then = std::move(then);
  return desk;
}

// The page, at a council without a demonstration.
void open_page(SignedInScreen& screen, std::string_view address, const wire::SignInDesk& desk) {
  screen.open_as(address, {});
  screen.platform.answer_path("/api/session/demo", Error{ErrorCode::NotFound, "HTTP 404"});
  screen.platform.answer_path("/api/sign-in", wire::encode_frame(desk));
  screen.settle();
}

void enter(SignedInScreen& screen, std::string_view code) {
  screen.harness.type(screen.harness.find(Role::TextField, "Code"), code);
  screen.settle();
  screen.press("Continue");
}

wire::SessionInfo by_provider() {
  wire::SessionInfo info = session_of(sam, "Sam Ashford");
  info.again = "/sign-in/council";
  return info;
}

}  // namespace

TEST_SUITE("sign in") {
  TEST_CASE("a provider's button leads there, and back by the question about the device to where one was going") {
    SignedInScreen screen;
    open_page(screen, "/signin?then=/fake", desk_of());
    CHECK(screen.shows(Role::Heading, "Sign in"));
    screen.press("Sign in with My Northmere account");
    CHECK(screen.platform.begun_again.starts_with("/sign-in/council?then=/keep%3Fthen%3D/fake&device=Test"));
  }

  TEST_CASE("who stopped at the provider, or could not be let in, is told so without blame") {
    for (const auto& [trouble, words] :
         {std::pair("cancelled", "You stopped signing in. Nothing has changed."),
          std::pair("refused", "That sign-in did not work. Please start again from here."),
          std::pair("unavailable",
                    "We cannot reach the place where you sign in. Please try again in a few minutes.")}) {
      SignedInScreen screen;
      open_page(screen, "/signin?trouble=" + std::string(trouble), desk_of());
      CHECK(screen.shows(Role::Paragraph, words));
    }
  }

  TEST_CASE("the code signs in, and leads on to where one was going before the provider") {
    SignedInScreen screen;
    open_page(screen, "/signin/code", desk_of(wire::SignInStep::CodeNeeded, "/keep?then=/fake"));
    CHECK(screen.shows(Role::Heading, "Your code from the council"));
    enter(screen, "k7qm 4xbn 9trw");
    const auto sent = wire::decode_frame<wire::SignInCode>(screen.platform.posts.back().frame);
    REQUIRE(sent.ok());
    CHECK(sent->code == "k7qm 4xbn 9trw");
    CHECK(sent->device == "Test on paper");
    screen.platform.answer_post("/api/sign-in/code", wire::encode_frame(by_provider()));
    screen.settle();
    CHECK(screen.where() == "/keep?then=/fake");
    CHECK(screen.shows(Role::Link, "Sam Ashford"));
  }

  TEST_CASE("a code that does not work stays in its field with what to do, and nobody is signed in") {
    for (const auto& [fault, words] :
         {std::pair(ErrorCode::NotAllowed,
                    "That code does not work. Look at it again, letter by letter. If it still "
                    "does not work, ring us for a new one."),
          std::pair(ErrorCode::Unavailable, "There were too many wrong codes. Wait a few minutes, then try again.")}) {
      SignedInScreen screen;
      open_page(screen, "/signin/code", desk_of(wire::SignInStep::CodeNeeded));
      enter(screen, "K7QM-4XBN-9TRX");
      screen.platform.answer_post("/api/sign-in/code", Error{fault, "HTTP 4xx"});
      screen.settle();
      const ui::Node& field = screen.harness.find(Role::TextField, "Code");
      CHECK(field.value == "K7QM-4XBN-9TRX");
      CHECK(field.error == words);
      CHECK_FALSE(screen.shows(Role::Link, "Sam Ashford"));
    }
  }

  TEST_CASE("a code entered too late after the provider asks to sign in there again") {
    SignedInScreen screen;
    open_page(screen, "/signin/code", desk_of(wire::SignInStep::CodeNeeded));
    enter(screen, "K7QM-4XBN-9TRW");
    screen.platform.answer_post("/api/sign-in/code", Error{ErrorCode::SignedOut, "HTTP 401"});
    screen.settle();
    CHECK(screen.shows(Role::Paragraph, "It has been a while. Please sign in again, then enter your code."));
    CHECK(screen.shows(Role::Button, "Sign in with My Northmere account"));
  }

  TEST_CASE("where a code signs in by itself, its field is the page, and the device is asked about next") {
    SignedInScreen screen;
    wire::SignInDesk desk;
    desk.codes = wire::CodeOffer::Alone;
    open_page(screen, "/signin?then=/fake", desk);
    CHECK(screen.shows(Role::Heading, "Your code from the council"));
    enter(screen, "K7QM-4XBN-9TRW");
    screen.platform.answer_post("/api/sign-in/code", wire::encode_frame(session_of(sam, "Sam Ashford")));
    screen.settle();
    CHECK(screen.where().starts_with("/keep?then="));
  }

  TEST_CASE("signing out goes by way of the provider when the council says so") {
    SignedInScreen screen;
    screen.open_as("/account", by_provider());
    screen.press("Sign out");
    wire::SessionInfo nobody;
    nobody.leave = "/sign-in/council/leave";
    screen.platform.answer_post("/api/session/end", wire::encode_frame(nobody));
    while (!screen.platform.transport.asked.empty()) {
      screen.platform.transport.answer(Error{ErrorCode::SignedOut, "HTTP 401"});
      screen.settle();
    }
    CHECK(screen.platform.begun_again == "/sign-in/council/leave");
  }

  TEST_CASE("a session that is over is begun again at the same provider, and leads back to the page") {
    SignedInScreen screen;
    screen.open_as("/fake", by_provider());
    screen.pass(25 * 60 * 60 * 1000);
    screen.platform.answer_path("/api/session", wire::encode_frame(wire::SessionInfo{}));
    screen.settle();
    screen.press("Sign in again as Sam Ashford");
    CHECK(screen.platform.begun_again.starts_with("/sign-in/council?then=/keep%3Fthen%3D/fake"));
  }
}
