// What plugins show on the shell's own pages, and what the host lends them for somebody signed in.
#include "tests/unit/client/signed_in_screen.hpp"

using namespace alongside;
using namespace alongside::client;
using ui::Role;

namespace {

void open_home(SignedInScreen& screen, std::string_view address = "/") {
  screen.open_as(address, session_of(sam, "Sam Ashford"));
  screen.feed({});
}

// The home page with the plugin's module there.
void open_with_plugin(SignedInScreen& screen, std::string_view address = "/") {
  open_home(screen, address);
  REQUIRE(screen.platform.loads.size() == 1);
  screen.platform.loaded(fake_module());
  screen.settle();
}

}  // namespace

TEST_SUITE("home of somebody who is signed in") {
  TEST_CASE("each plugin's summary is there, under the plugin's name") {
    SignedInScreen screen;
    open_with_plugin(screen);
    CHECK(screen.shows(Role::Heading, "Fake part"));
    CHECK(screen.shows(Role::Paragraph, "£312 left"));
  }

  TEST_CASE("the home is drawn before any module is asked for") {
    SignedInScreen screen;
    screen.open("/");
    screen.platform.answer_path("/api/session", wire::encode_frame(session_of(sam, "Sam Ashford")));
    screen.platform.timer.run(0);
    screen.draw();
    CHECK(screen.shows(Role::Heading, "Hello Sam. What do you need?"));
    CHECK(screen.platform.loads.empty());
    screen.draw();
    CHECK(screen.platform.loads.size() == 1);
  }

  TEST_CASE("a module that does not come leaves the home as it is") {
    SignedInScreen screen;
    open_home(screen);
    screen.platform.loaded(Error{ErrorCode::Offline, "no answer"});
    screen.settle();
    CHECK(screen.shows(Role::Heading, "Hello Sam. What do you need?"));
    CHECK(screen.shows(Role::Link, "Fake part"));
  }

  TEST_CASE("a summary that throws is named, and the home goes on") {
    SignedInScreen screen;
    open_with_plugin(screen);
    fake_manner() = Manner::ThrowsInSummary;
    screen.settle();
    CHECK(screen.shows(Role::Paragraph, "“Fake part” stopped working just now."));
    CHECK(screen.shows(Role::Link, "Settings"));
    fake_manner() = Manner::Well;
    screen.press("Try again");
    CHECK(screen.shows(Role::Paragraph, "£312 left"));
  }

  TEST_CASE("a plugin that throws when it is asked whether it has a summary is named too") {
    SignedInScreen screen;
    open_with_plugin(screen);
    fake_manner() = Manner::ThrowsInHas;
    screen.settle();
    CHECK(screen.shows(Role::Paragraph, "“Fake part” stopped working just now."));
    CHECK(screen.shows(Role::Heading, "Hello Sam. What do you need?"));
  }

  TEST_CASE("the settings page has the plugin's own section") {
    SignedInScreen screen;
    open_with_plugin(screen, "/settings");
    CHECK(screen.shows(Role::Paragraph, "A setting of the fake part"));
  }
}

TEST_SUITE("what the host lends") {
  TEST_CASE("an intent has an address where a plugin takes it, and none where nobody does") {
    SignedInScreen screen;
    open_with_plugin(screen);
    Host& host = *fake_plugins_host();
    const std::string href = host.intent_href("test.cost", {1, 2, 3});
    CHECK(href == "/fake?intent=AQID");
    CHECK(host.intent_in(Route::parse(href)) == Bytes{1, 2, 3});
    CHECK(host.intent_href("test.other", {1, 2, 3}).empty());
  }

  TEST_CASE("a plugin sees who is signed in, and nobody's records are empty and take nothing") {
    SignedInScreen screen;
    screen.open_as("/fake", {});
    screen.platform.loaded(fake_module());
    screen.settle();
    Host& host = *fake_plugins_host();
    CHECK(host.session().person.is_nil());
    std::optional<ErrorCode> answer;
    host.records().save({}, [&](const Result<OperationId>& saved) { answer = saved.error().code; });
    CHECK_FALSE(answer.has_value());
    screen.settle();
    CHECK(answer == ErrorCode::SignedOut);
  }

  TEST_CASE("a letter is kept first and goes without a sign of who wrote it") {
    SignedInScreen screen;
    open_with_plugin(screen);
    bool kept = false;
    fake_plugins_host()->send_anonymously({"/api/feedback/answers", {7, 7}, ""},
                                          [&](const Result<void>& saved) { kept = saved.ok(); });
    screen.settle();
    CHECK(kept);
    REQUIRE_FALSE(screen.platform.transport.asked.empty());
    CHECK(screen.platform.transport.asked.front().what == "/api/feedback/answers");
    CHECK(screen.platform.disk->databases["public"][static_cast<int>(Shelf::Letters)].size() == 1);
    screen.platform.transport.answer(Bytes{});
    screen.settle();
    CHECK(screen.platform.disk->databases["public"][static_cast<int>(Shelf::Letters)].empty());
  }

  TEST_CASE("a letter's token is never asked for in another person's name") {
    SignedInScreen screen;
    open_with_plugin(screen);
    bool kept = false;
    fake_plugins_host()->send_anonymously({"/api/feedback/answers", {7, 7}, "survey-1-1"},
                                          [&](const Result<void>& saved) { kept = saved.ok(); });
    screen.settle();
    CHECK(kept);
    REQUIRE(screen.platform.tokens.size() == 1);
    CHECK(screen.platform.tokens[0].holder == sam.text());
    screen.platform.tokens.clear();  // no reply came, and the page is loaded again by somebody else
    screen.begin();
    screen.open_as("/", session_of(jo, "Jo Ashford"));
    screen.pass(600'000);
    CHECK(screen.platform.tokens.empty());
    CHECK(screen.shows(Role::Status, "1 answer cannot go yet. It is safe on this device, and we will keep trying."));
    screen.begin();
    screen.open_as("/", session_of(sam, "Sam Ashford"));
    REQUIRE(screen.platform.tokens.size() == 1);
    CHECK(screen.platform.tokens[0].holder == sam.text());
  }

  TEST_CASE("nobody's letter that needs a token is not kept") {
    SignedInScreen screen;
    screen.open_as("/fake", {});
    screen.platform.loaded(fake_module());
    screen.settle();
    std::optional<ErrorCode> answer;
    fake_plugins_host()->send_anonymously({"/api/feedback/answers", {7, 7}, "survey-1-1"},
                                          [&](const Result<void>& saved) { answer = saved.error().code; });
    screen.settle();
    CHECK(answer == ErrorCode::SignedOut);
    CHECK(screen.platform.tokens.empty());
  }

  TEST_CASE("that a letter was refused is said on every page until it is read") {
    SignedInScreen screen;
    open_with_plugin(screen);
    fake_plugins_host()->send_anonymously({"/api/feedback/answers", {7, 7}, ""}, [](const Result<void>&) {});
    screen.settle();
    REQUIRE_FALSE(screen.platform.transport.asked.empty());
    screen.platform.transport.answer(Error{ErrorCode::InvalidInput, {}});
    screen.settle();
    CHECK(screen.shows(Role::Region, "Answers that were not taken"));
    screen.press("I have read this");
    CHECK_FALSE(screen.shows(Role::Region, "Answers that were not taken"));
    screen.begin();
    screen.open_as("/", session_of(sam, "Sam Ashford"));
    CHECK_FALSE(screen.shows(Role::Region, "Answers that were not taken"));
  }

  TEST_CASE("a token is got in good time by who is signed in, and for nobody never") {
    SignedInScreen screen;
    open_with_plugin(screen);
    fake_plugins_host()->prepare_token("survey-1-1", {});
    REQUIRE(screen.platform.tokens.size() == 1);
    CHECK(screen.platform.tokens[0].purpose == "survey-1-1");
    CHECK(screen.platform.tokens[0].holder == sam.text());
    SignedInScreen other;
    other.open_as("/fake", {});
    other.platform.loaded(fake_module());
    other.settle();
    fake_plugins_host()->prepare_token("survey-1-1", {});
    CHECK(other.platform.tokens.empty());
  }
}
