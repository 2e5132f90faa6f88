// Invited, on a phone that is nobody's: what a code opens, in which words it is refused, and that what is answered with
// it is in no account, is kept without a network, and is paid for by the code alone.
#include "plugins/feedback/pages/invited_page.hpp"
#include "app/plugin_api/public_notes.hpp"
#include "plugins/invited/words.hpp"
#include "tests/unit/plugins/survey_screen.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace alongside;
using namespace alongside::feedback;
using testing::survey_id, testing::InFront;
using ui::Role;

namespace {

const std::string code = "K7QM4XBN9TRW";

InvitedSurvey invitation(InvitedState state = InvitedState::Open) {
  InvitedSurvey invited;
  invited.state = state;
  invited.survey.id = survey_id;
  invited.survey.title = {"How was it?", "Sut oedd hi?"};
  invited.survey.purpose = {"A few questions.", "Rhai cwestiynau."};
  invited.survey.minutes = 1;
  return invited;
}

struct InvitedScreen : testing::PageScreen {
  InvitedPage page{host};
  InvitedScreen() : PageScreen(invited_words, testing::sample_council()) {}
  void open(const std::string& address) {
    page.opened(Route::parse(address));
    draw();
  }
  void draw() { PageScreen::draw(page); }
  void open_code() { open("/i/K7QM-4XBN-9TRW"); }
  void answer_with(InvitedState state) {
    host.answer_with(invitation(state));
    draw();
  }
  void fail(ErrorCode error) {
    host.answer(Error{error, "as the test said"});
    draw();
  }
  bool says(const char* words) { return harness.has(Role::Status, words) || harness.has(Role::Paragraph, words); }
};

// The survey itself, opened with the code.
struct Answerer : testing::SurveyScreen {
  explicit Answerer(InFront who = InFront::Nobody, const std::string& typed = code) : SurveyScreen(who) {
    open("/say/" + survey_id + "?code=" + typed);
    host.answer_with(testing::published(HowOften::Once, true));
    draw();
  }
};

}  // namespace

TEST_CASE("a code that is typed leads to its invitation, and what can be none says how one looks") {
  InvitedScreen screen;
  screen.open("/i");
  screen.harness.type(screen.harness.find(Role::TextField, "Your code"), "K7QM-4XBN");
  screen.draw();
  screen.harness.activate(screen.harness.find(Role::Button, "Open my invitation"));
  screen.draw();
  CHECK(screen.host.navigated.empty());
  CHECK(screen.host.announced.back() == "Write all twelve letters and numbers of your code, like K7QM-4XBN-9TRW.");
  screen.harness.type(screen.harness.find(Role::TextField, "Your code"), "k7qm 4xbn 9trw");
  screen.draw();
  screen.harness.activate(screen.harness.find(Role::Button, "Open my invitation"));
  screen.draw();
  CHECK(screen.host.navigated.back() == "/i/" + code);
}

TEST_CASE("an invitation says what it is for, and that nobody will know, before anything is begun") {
  InvitedScreen screen;
  screen.open_code();
  REQUIRE(screen.host.asked.at(0).path == "/api/feedback/invited/" + code);
  screen.answer_with(InvitedState::Open);
  CHECK(screen.harness.has(Role::Heading, "How was it?"));
  CHECK(screen.says("Nobody will know which answers are yours. We do not keep who used which code."));
  CHECK(screen.harness.find(Role::Link, "Begin").href == "/say/" + survey_id + "?code=" + code);
  CHECK(screen.host.asked.at(0).path == "/api/feedback/forms/" + survey_id);
  CHECK(screen.host.expected.back() == "/say/" + survey_id);
}

TEST_CASE("each way in which a code opens nothing is said in words, and script in a code asks nobody") {
  InvitedScreen screen;
  screen.open("/i/<script>alert(1)</script>");
  CHECK(screen.host.asked.empty());
  CHECK(screen.harness.has(Role::TextField, "Your code"));
  const std::pair<ErrorCode, const char*> errors[] = {
      {ErrorCode::NotFound, "We do not know this code. A letter may be wrong, or it was tried too often."},
      {ErrorCode::Unavailable, "Too many wrong codes came from where you are. Wait a few minutes, then try again."},
      {ErrorCode::Offline, "We cannot look your code up, because you are offline. Try again when you are back."},
      {ErrorCode::Internal, "Something went wrong on our side. Nothing you did caused it."}};
  for (const auto& [error, words] : errors) {
    screen.open_code();
    screen.fail(error);
    CHECK(screen.says(words));
    CHECK_FALSE(screen.harness.has(Role::Link, "Begin"));
  }
  screen.open_code();
  screen.answer_with(InvitedState::Over);
  CHECK(screen.says("This survey is over. Thank you for wanting to answer."));
  screen.open_code();
  screen.answer_with(InvitedState::Used);
  CHECK(
      screen.says("This code was used before, perhaps on another device. Ask whoever gave it to you for another one."));
  CHECK_FALSE(screen.harness.has(Role::Link, "Begin"));
}

TEST_CASE("what was opened here once opens without a network, goes on when it is begun, and says when it was sent") {
  InvitedScreen screen;
  screen.open_code();
  screen.answer_with(InvitedState::Open);
  screen.host.asked.clear();
  screen.open_code();
  screen.fail(ErrorCode::Offline);
  CHECK(screen.harness.has(Role::Heading, "How was it?"));
  screen.open_code();
  screen.answer_with(InvitedState::Used);
  CHECK(screen.harness.has(Role::Link, "Go on with my answers"));
  screen.host.notes_.keep(sent_note(code), {1}, Lasting::OnDevice, {});
  screen.draw();
  CHECK(screen.says("You have answered on this device. Thank you."));
  CHECK_FALSE(screen.harness.has(Role::Link, "Go on with my answers"));
}

TEST_CASE("what is answered with a code is kept on the device and in nobody's account, whoever is signed in") {
  for (const InFront who : {InFront::Nobody, InFront::Sam}) {
    Answerer screen(who);
    CHECK(screen.host.tokens ==
          std::vector<std::string>{"survey-" + survey_id + "-3/api/feedback/invited/" + code + "/3"});
    CHECK_FALSE(screen.harness.has(Role::Link, "Sign in"));
    screen.pick("Very happy");
    screen.host.nobodys_.finish_drafts();
    screen.draw();
    CHECK(screen.says("Saved on this device"));
    CHECK(screen.host.nobodys_.drafts.size() == 1);
    for (const auto& [key, value] : screen.host.records_.drafts) CHECK_FALSE(key.starts_with("feedback answers"));
    Answerer later(who);
    CHECK(later.says("Question 1 of 1"));
  }
}

TEST_CASE("answers with a code go as a letter that the code pays for, and then leave nothing but that they went") {
  Answerer screen;
  screen.answer_to_the_check();
  screen.press("Send my answers to the council");
  screen.host.nobodys_.finish_drafts();
  screen.draw();
  REQUIRE(screen.host.posted.size() == 1);
  const Host::Letter& letter = screen.host.posted[0].letter;
  CHECK(letter.token_purpose == "survey-" + survey_id + "-3");
  CHECK(letter.token_path == "/api/feedback/invited/" + code + "/3");
  const Bytes name(code.begin(), code.end());
  CHECK(std::ranges::search(letter.frame, name).empty());
  screen.host.posted[0].saved({});
  screen.draw();
  CHECK(screen.host.nobodys_.drafts.empty());
  CHECK(screen.host.notes_.find(sent_note(code)));
}

TEST_CASE("what is no code in an address is left out of every address") {
  for (const char* strange : {"../../../session/end", "K7QM%2F..%2F", "a?b=c", "<script>"}) {
    Answerer screen(InFront::Sam, strange);
    for (const std::string& token : screen.host.tokens) CHECK(token == "survey-" + survey_id + "-3");
    CHECK(screen.host.nobodys_.drafts.empty());
  }
}

TEST_CASE("a survey that asks for the name asks to sign in, also with a code") {
  testing::SurveyScreen screen(InFront::Nobody);
  screen.open("/say/" + survey_id + "?code=" + code);
  screen.host.answer_with(testing::published(HowOften::Once, false));
  screen.draw();
  CHECK(screen.host.tokens.empty());
  CHECK(screen.says("This one asks for your name, so please sign in before you send it."));
}
