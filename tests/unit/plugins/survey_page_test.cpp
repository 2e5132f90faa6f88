// Answering a survey on the screen: one thing at a time, nothing lost, sent without a name or with one.
#include "app/wire/frame.hpp"
#include "app/wire/payload.hpp"
#include "plugins/feedback/model/response.hpp"
#include "plugins/feedback/model/survey_draft.hpp"
#include "tests/unit/plugins/survey_screen.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace alongside;
using namespace alongside::feedback;
using testing::published, testing::survey_id, testing::InFront;
using testing::SurveyScreen;
using ui::Role;

TEST_CASE("one question at a time, branching as it goes, then who answered, then a look over it all") {
  SurveyScreen screen(InFront::Sam);
  screen.open_survey();
  CHECK(screen.harness.has(Role::Heading, "Your visit"));
  CHECK(screen.says("Question 1 of 1"));
  CHECK_FALSE(screen.harness.has(Role::Button, "Back"));
  screen.pick("A little bit happy");
  CHECK(screen.says("Question 1 of 2"));
  screen.press("Next");
  CHECK(screen.harness.has(Role::Heading, "What was hard?"));
  screen.harness.toggle(screen.harness.find(Role::Checkbox, "The noise"));
  screen.draw();
  screen.press("Back");
  screen.pick("Happy");
  screen.press("Next");
  CHECK(screen.harness.has(Role::TextField, "The best bit?"));
  screen.press("I don't know");
  CHECK(screen.harness.has(Role::RadioGroup, "Who gave these answers?"));
  screen.press("Next");
  CHECK(screen.harness.has(Role::Heading, "Check your answers"));
  CHECK(screen.says("Happy"));
  CHECK(screen.says("You said you don't know."));
  CHECK_FALSE(screen.says("The noise"));
}

TEST_CASE("the answers go as a letter without a name, and say where they are") {
  SurveyScreen screen(InFront::Sam);
  screen.open_survey();
  screen.answer_to_the_check();
  CHECK(screen.says("Nobody will know which answers are yours."));
  screen.host.letter_facts = {0, 4};
  screen.press("Send my answers to the council");
  CHECK_FALSE(screen.says("Thank you for telling us."));
  CHECK(screen.host.posted[0].letter.path == "/api/feedback/answers");
  CHECK(screen.host.posted[0].letter.token_purpose.empty());
  const AnonymousAnswers letter = screen.letter();
  CHECK(letter.response.how == HowAnswered::Assisted);
  CHECK(letter.response.answers.at("best") == Value::of_text("the slide"));
  screen.host.letter_facts = {1, 4};
  screen.host.posted[0].saved({});
  screen.draw();
  CHECK(screen.says("Saved on this device. It goes to the council as soon as there is a network."));
  screen.host.letter_facts = {0, 4};
  screen.draw();
  CHECK(screen.says("Sent. The council has your answers."));
  screen.host.letter_facts = {0, 5};
  screen.draw();
  CHECK(screen.says("The council could not take these answers. You may have answered this survey before."));
  CHECK(screen.host.records_.drafts.count("feedback answers " + survey_id + " ") == 0);
}

TEST_CASE("each touch is kept, and somebody who comes back goes on where they were, with the same letter") {
  SurveyScreen screen(InFront::Sam);
  screen.open_survey();
  screen.pick("Very happy");
  CHECK(screen.says("Saving…"));
  screen.host.records_.finish_drafts();
  screen.draw();
  CHECK(screen.says("Saved on this device"));
  screen.press("Next");
  const Bytes kept = screen.host.records_.drafts.at("feedback answers " + survey_id + " ");
  const AnswerId id = wire::decode_payload<SurveyDraft>(kept).value().id;
  screen.open("/say/" + survey_id);
  CHECK(screen.harness.has(Role::TextField, "The best bit?"));
  screen.press("Skip this");
  screen.press("Next");
  screen.press("Send my answers to the council");
  CHECK(screen.letter().id == id);
}

TEST_CASE("what was begun is taken up also when it becomes known only after the questions came") {
  SurveyScreen screen(InFront::Sam);
  screen.open_survey();
  screen.pick("Very happy");
  screen.press("Next");
  screen.host.records_.drafts_read = false;
  screen.open("/say/" + survey_id);
  CHECK(screen.says("Question 1 of 1"));
  screen.host.records_.drafts_read = true;
  screen.draw();
  screen.draw();
  CHECK(screen.harness.has(Role::TextField, "The best bit?"));
}

TEST_CASE("a draft of another edition is not poured into this one") {
  SurveyScreen screen(InFront::Sam);
  SurveyDraft old;
  old.response.edition = {testing::sample_definition().survey, 2, {}};
  old.response.answers = {{"liked", Value::of_number(5)}};
  screen.host.records_.drafts["feedback answers " + survey_id + " "] = wire::encode_payload(old);
  screen.open_survey();
  CHECK(screen.says("Question 1 of 1"));
}

TEST_CASE("who is half way through goes on with the version they began, though a new one came") {
  SurveyScreen screen(InFront::Sam);
  screen.open_survey();
  screen.pick("Very happy");
  screen.press("Next");
  SurveyScreen later(InFront::Sam);
  later.host.records_.drafts = screen.host.records_.drafts;
  later.open("/say/" + survey_id);
  PublishedForm newer = published(HowOften::AsTheyLike, true);
  newer.edition.version = 4;
  newer.form.elements[1].face.title.en = "Was it good?";
  later.host.answer_with(newer);
  later.draw();
  CHECK(later.harness.has(Role::TextField, "The best bit?"));
  later.press("Skip this");
  later.press("Next");
  later.press("Send my answers to the council");
  CHECK(later.letter().response.edition.version == 3);
}

TEST_CASE("a required question asks for an answer, and can always be passed by") {
  SurveyScreen screen(InFront::Sam);
  screen.open_survey();
  screen.press("Next");
  CHECK(screen.host.announced.size() == 1);
  CHECK(screen.harness.find(Role::RadioGroup, "How was it?").error ==
        "Choose an answer, or press \"I don't know\" or \"Skip this\".");
  screen.press("Skip this");
  screen.press("Next");
  CHECK(screen.says("You skipped this."));
  screen.press("Change: How was it?");
  CHECK(screen.harness.has(Role::RadioGroup, "How was it?"));
}

TEST_CASE("a survey for one answer each prepares its token when it is opened, and asks nobody's name") {
  SurveyScreen screen(InFront::Sam);
  screen.open_survey(HowOften::Once);
  const std::string purpose = "survey-" + survey_id + "-3";
  CHECK(screen.host.tokens == std::vector<std::string>{purpose});
  screen.answer_to_the_check();
  screen.press("Send my answers to the council");
  CHECK(screen.host.posted[0].letter.token_purpose == purpose);
}

TEST_CASE("signed out, it says that nothing is kept, and one answer each needs signing in") {
  SurveyScreen open(InFront::Nobody);
  open.open_survey();
  open.pick("Very happy");
  CHECK(open.host.records_.drafts.empty());
  CHECK(open.harness.names(Role::Status).back().find("nothing is kept until you send it") != std::string::npos);
  SurveyScreen once(InFront::Nobody);
  once.open_survey(HowOften::Once);
  CHECK(once.host.tokens.empty());
  CHECK(once.harness.find(Role::Link, "Sign in").href.find("/signin?then=") == 0);
  once.answer_to_the_check();
  CHECK_FALSE(once.harness.has(Role::Button, "Send my answers to the council"));
}

TEST_CASE("a survey that asks for a name goes as an operation, and says when the council has it") {
  SurveyScreen screen(InFront::Sam);
  screen.open_survey(HowOften::AsTheyLike, false);
  CHECK(screen.says("This one asks for your name."));
  screen.answer_to_the_check();
  screen.press("Send my answers to the council");
  CHECK(screen.host.posted.empty());
  REQUIRE(screen.host.records_.saved.size() == 1);
  CHECK(screen.host.records_.saved[0]->change.subject == screen.host.session_.own);
  CHECK(screen.host.records_.payload<NamedAnswers>(0).response.answers.size() == 2);
  screen.host.records_.finish_saves();
  screen.draw();
  CHECK(screen.says("Saved on this device. It goes to the council as soon as there is a network."));
  screen.host.records_.set_state(0, ChangeState::Received);
  screen.draw();
  CHECK(screen.says("Sent. The council has your answers."));
}

TEST_CASE("answers that could not be saved stay in front of the person") {
  SurveyScreen screen(InFront::Sam);
  screen.open_survey();
  screen.answer_to_the_check();
  screen.press("Send my answers to the council");
  screen.host.posted[0].saved(Error{ErrorCode::Storage, ""});
  screen.draw();
  CHECK(screen.harness.has(Role::Heading, "Check your answers"));
  CHECK(screen.harness.has(Role::Button, "Send my answers to the council"));
}
