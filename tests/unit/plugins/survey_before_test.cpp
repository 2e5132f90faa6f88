// What was answered before and what is answered now, in every order in which they can become known: nothing that was
// kept is written over unread, and nothing is called saved that is not.
#include "app/wire/payload.hpp"
#include "plugins/feedback/model/survey_draft.hpp"
#include "tests/unit/plugins/survey_screen.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace alongside;
using namespace alongside::feedback;
using testing::published, testing::survey_id, testing::InFront;
using ui::Role;

namespace {

const std::string key = "feedback answers " + survey_id + " ";
const char* const looking = "Looking for what you answered here before. You can go on. Nothing is saved yet.";
const char* const saved = "Saved on this device";

AnswerId first_id() {
  IdBytes id{};
  id[0] = 7;
  return AnswerId(id);
}

// "Very happy" and "the slide": all that this survey asks, but for who answered.
SurveyDraft begun(std::uint32_t version = 3) {
  SurveyDraft draft;
  draft.id = first_id();
  draft.response.edition = {testing::sample_definition().survey, version, {}};
  draft.response.answers = {{"liked", Value::of_number(4)}, {"best", Value::of_text("the slide")}};
  draft.question = "best";
  return draft;
}

struct Screen : testing::SurveyScreen {
  explicit Screen(const SurveyDraft& before) : SurveyScreen(InFront::Sam) {
    host.records_.drafts[key] = wire::encode_payload(before);
    host.records_.drafts_read = false;
  }
  Screen() : Screen(begun()) {}

  SurveyDraft on_device(const std::string& at = key) {
    return wire::decode_payload<SurveyDraft>(host.records_.drafts.at(at)).value();
  }
  void drafts_are_read() {
    host.records_.drafts_read = true;
    draw();
  }
  void finish() {
    host.records_.finish_drafts();
    draw();
  }
};

}  // namespace

TEST_CASE("answers that come before the drafts are read are written over nothing, and then join what was there") {
  Screen screen;
  screen.open_survey();
  CHECK(screen.says(looking));
  screen.pick("Very happy");
  screen.press("Next");
  screen.finish();
  CHECK(screen.says(looking));
  CHECK_FALSE(screen.says(saved));
  CHECK(screen.on_device().response.answers == begun().response.answers);
  screen.drafts_are_read();
  CHECK(screen.harness.find(Role::TextField, "The best bit?").value == "the slide");
  CHECK(screen.says("Saving…"));
  screen.finish();
  CHECK(screen.says(saved));
  CHECK(screen.on_device().response.answers == begun().response.answers);
  CHECK(screen.on_device().id == first_id());
}

TEST_CASE("who is known only after the first answers loses nothing of what they had begun") {
  Screen screen;
  const wire::SessionInfo sam = std::exchange(screen.host.session_, {});
  screen.host.records_.drafts_read = true;  // as nobody's are
  screen.open_survey();
  screen.pick("Very happy");
  screen.press("Next");
  screen.host.session_ = sam;
  screen.draw();
  CHECK(screen.harness.find(Role::TextField, "The best bit?").value == "the slide");
  screen.press("I don't know");
  CHECK(screen.on_device().response.passed.contains("best"));
  CHECK(screen.on_device().id == first_id());
}

TEST_CASE("of two different answers to one question the person says which holds, and until then both are there") {
  for (const bool is_before : {true, false}) {
    CAPTURE(is_before);
    Screen screen;
    screen.open_survey();
    screen.pick("Happy");
    screen.press("Next");
    screen.drafts_are_read();
    screen.press("I don't know");
    screen.press("Next");
    CHECK_FALSE(screen.harness.has(Role::Button, "Send my answers to the council"));
    CHECK_FALSE(screen.says(saved));
    CHECK(screen.on_device().response.answers == begun().response.answers);
    screen.press(is_before ? "What I said before" : "What I have just said");
    CHECK_FALSE(screen.harness.has(Role::Button, "What I said before"));
    CHECK(screen.harness.has(Role::Button, "Send my answers to the council"));
    screen.finish();
    CHECK(screen.says(saved));
    const Response kept = screen.on_device().response;
    CHECK(kept.answers.at("liked") == Value::of_number(is_before ? 4 : 3));
    CHECK(kept.answers.contains("best") == is_before);
    CHECK(kept.passed.contains("best") != is_before);
  }
}

TEST_CASE("a word that was typed and taken back again does not ask which holds") {
  Screen screen(begun());
  SurveyDraft before = begun();
  before.response.answers.erase("liked");
  screen.host.records_.drafts[key] = wire::encode_payload(before);
  screen.open_survey();
  screen.pick("Happy");
  screen.press("Next");
  for (const char* words : {"a", ""}) {
    screen.harness.type(screen.harness.find(Role::TextField, "The best bit?"), words);
    screen.draw();
  }
  screen.drafts_are_read();
  CHECK_FALSE(screen.harness.has(Role::Button, "What I said before"));
  CHECK(screen.on_device().response.answers.at("best") == Value::of_text("the slide"));
  CHECK(screen.on_device().response.answers.at("liked") == Value::of_number(3));
}

TEST_CASE("answers that were sent before the drafts were read leave the older draft where it is") {
  Screen screen;
  screen.open_survey();
  screen.answer_to_the_check();
  screen.press("Send my answers to the council");
  screen.drafts_are_read();
  screen.host.posted[0].saved({});
  screen.draw();
  CHECK(screen.letter().id != first_id());
  CHECK(screen.on_device().id == first_id());
}

TEST_CASE("answers to a new version leave those to an old one alone, and are found again beside them") {
  Screen screen(begun(2));
  screen.open_survey();
  screen.pick("Happy");
  screen.drafts_are_read();
  screen.finish();
  CHECK(screen.says(saved));
  CHECK(screen.on_device().response.edition.version == 2);
  CHECK(screen.on_device(key + " 3").response.answers.at("liked") == Value::of_number(3));
  screen.open("/say/" + survey_id);
  CHECK(screen.says("Question 1 of 2"));
  screen.press("Next");
  screen.press("Skip this");
  screen.press("Next");
  screen.press("Send my answers to the council");
  screen.host.posted[0].saved({});
  CHECK(screen.host.records_.drafts.count(key + " 3") == 0);
  CHECK(screen.on_device().response.edition.version == 2);
}

TEST_CASE("a draft that cannot be read is not written over") {
  Screen screen;
  const Bytes strange{1, 2, 3};
  screen.host.records_.drafts[key] = strange;
  screen.host.records_.drafts_read = true;
  screen.open_survey();
  screen.pick("Happy");
  CHECK(screen.host.records_.drafts.at(key) == strange);
  screen.open("/say/" + survey_id);
  CHECK(screen.says("Question 1 of 2"));
}

TEST_CASE("the questions of an older version stay, also when the new ones come before the drafts are read") {
  testing::SurveyScreen first(InFront::Sam);
  first.open_survey();
  first.pick("Very happy");
  first.press("Next");
  Screen later;
  later.host.records_.drafts = first.host.records_.drafts;
  later.open("/say/" + survey_id);
  PublishedForm newer = published(HowOften::AsTheyLike, true);
  newer.edition.version = 4;
  later.host.answer_with(newer);
  later.draw();
  CHECK(later.says("Question 1 of 1"));
  later.drafts_are_read();
  later.draw();
  CHECK(later.harness.has(Role::TextField, "The best bit?"));
}

TEST_CASE("nothing is called saved before anything was said, and on a page that keeps nothing never") {
  testing::SurveyScreen screen(InFront::Sam);
  screen.open_survey();
  for (const char* words : {saved, "Saving…", looking}) CHECK_FALSE(screen.says(words));
  screen.pick("Very happy");
  screen.host.records_.fail_drafts(ErrorCode::Storage);
  screen.draw();
  CHECK(screen.says("This device could not save that. Your answers stay here while this page is open."));
  screen.open("/say/" + survey_id);
  CHECK_FALSE(screen.says(saved));
}

TEST_CASE("a device that cannot read its drafts says so, and nothing is called saved or written over") {
  Screen screen;
  screen.host.records_.drafts_unreadable = true;
  screen.open_survey();
  CHECK_FALSE(screen.says(looking));
  CHECK(screen.says(
      "We cannot read what you answered here before. It is still there. What you say now is not saved yet."));
  screen.pick("Happy");
  screen.press("Next");
  CHECK_FALSE(screen.says(saved));
  CHECK(screen.on_device().response.answers == begun().response.answers);
  screen.host.records_.drafts_unreadable = false;
  screen.drafts_are_read();
  CHECK(screen.harness.has(Role::Button, "What I said before"));
}
