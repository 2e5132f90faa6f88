// A session that ends: said in time, renewed by one press, and nothing lost when it is over.
#include "tests/unit/client/signed_in_screen.hpp"

#include "app/wire/messages/family.hpp"

using namespace alongside;
using namespace alongside::client;
using ui::Role;

namespace {

constexpr std::int64_t minute = 60'000;
constexpr std::string_view warning = "You will be signed out at 12:30pm. Press here to stay.";

// Sam is signed in until half past twelve; the engine has fetched what there is.
void open_for_half_an_hour(SignedInScreen& screen, std::string_view address = "/") {
  wire::SessionInfo info = session_of(sam, "Sam Ashford");
  info.expires_ms = info.now_ms + 30 * minute;
  screen.open_as(address, info);
  screen.feed({});
}

bool asked_for_session(const SignedInScreen& screen) {
  return std::any_of(screen.platform.fetches.begin(), screen.platform.fetches.end(),
                     [](const auto& fetch) { return fetch.first == "/api/session"; });
}

}  // namespace

TEST_SUITE("end of a session") {
  TEST_CASE("five minutes before, the time is said and one press moves it on") {
    SignedInScreen screen;
    open_for_half_an_hour(screen);
    screen.pass(24 * minute);
    CHECK_FALSE(screen.shows(Role::Status, warning));
    screen.pass(2 * minute);
    REQUIRE(screen.shows(Role::Status, warning));
    screen.press("Stay signed in");
    wire::SessionInfo renewed = session_of(sam, "Sam Ashford");
    renewed.now_ms = screen.platform.clock.now;
    renewed.expires_ms = renewed.now_ms + 60 * minute;
    screen.council_says(renewed);
    CHECK_FALSE(screen.shows(Role::Status, warning));
  }

  TEST_CASE("a clock that is an hour wrong changes nothing of that") {
    SignedInScreen screen;
    screen.platform.clock.now += 60 * minute;
    open_for_half_an_hour(screen);
    screen.pass(24 * minute);
    CHECK_FALSE(asked_for_session(screen));
    screen.pass(2 * minute);
    CHECK(screen.shows(Role::Button, "Stay signed in"));
  }

  TEST_CASE("nobody is asked again and again: one timer waits") {
    SignedInScreen screen;
    open_for_half_an_hour(screen);
    screen.pass(minute);
    screen.pass(minute);
    CHECK_FALSE(asked_for_session(screen));
    CHECK(std::count_if(screen.platform.timer.waiting.begin(), screen.platform.timer.waiting.end(),
                        [](const auto& timer) { return timer.ms > minute; }) <= 2);
  }

  TEST_CASE("when it is over the page stays, and one press on it signs in again") {
    SignedInScreen screen;
    open_for_half_an_hour(screen, "/about-us");
    screen.harness.type(screen.harness.find(Role::TextField, "School"), "Marl End");
    screen.settle();
    screen.pass(31 * minute);
    screen.council_says({});
    CHECK(screen.where() == "/about-us");
    CHECK(screen.harness.find(Role::TextField, "School").value == "Marl End");
    screen.press("Sign in again as Sam Ashford");
    screen.platform.answer_post("/api/session/demo", wire::encode_frame(session_of(sam, "Sam Ashford")));
    screen.settle();
    CHECK(screen.where() == "/about-us");
    CHECK(screen.harness.find(Role::TextField, "School").value == "Marl End");
    CHECK_FALSE(screen.shows(Role::Button, "Sign in again as Sam Ashford"));
  }

  TEST_CASE("what was saved meanwhile is counted, and sent after signing in again") {
    SignedInScreen screen;
    open_for_half_an_hour(screen, "/about-us");
    screen.harness.type(screen.harness.find(Role::TextField, "School"), "Marl End");
    screen.settle();
    screen.press("Save “School”");
    REQUIRE_FALSE(screen.platform.transport.asked.empty());
    screen.platform.transport.answer(Error{ErrorCode::SignedOut, "HTTP 401"});
    screen.settle();
    CHECK(screen.shows(Role::Status, "Sign in again to send 1 change. It is safe on this device."));
    screen.press("Sign in again as Sam Ashford");
    screen.platform.answer_post("/api/session/demo", wire::encode_frame(session_of(sam, "Sam Ashford")));
    screen.settle();
    CHECK(screen.take_push().operations.size() == 1);
  }
}
