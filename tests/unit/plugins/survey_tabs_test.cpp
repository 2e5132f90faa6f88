// One survey in two tabs: what was shown as saved in either is in what is sent, and where the two differ the person
// says which holds.
#include "app/wire/payload.hpp"
#include "plugins/feedback/model/survey_draft.hpp"
#include "tests/unit/plugins/survey_screen.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace alongside;
using namespace alongside::feedback;
using testing::survey_id, testing::InFront;
using ui::Role;

namespace {

const std::string key = "feedback answers " + survey_id + " ";
const char* const saved = "Saved on this device";
const char* const gone =
    "These answers are no longer kept here. You sent them in another tab, or this browser threw them away. What you "
    "change "
    "now is not saved.";

// A tab in which "Very happy" was said and saved, beside another.
struct OneTab : testing::SurveyScreen {
  OneTab() : SurveyScreen(InFront::Sam) {
    open_survey();
    pick("Very happy");
    press("Next");
    finish();
  }
  SurveyDraft on_device() { return wire::decode_payload<SurveyDraft>(host.records_.drafts.at(key)).value(); }
  void finish() {
    host.records_.finish_drafts();
    draw();
  }
  // The other tab keeps this as well as what is there.
  void other_says(const Answers& answers, Stage stage = Stage::Asking) {
    SurveyDraft draft = on_device();
    for (const auto& [name, value] : answers) draft.response.answers.insert_or_assign(name, value);
    draft.stage = stage;
    host.records_.other_tab[key] = wire::encode_payload(draft);
  }
  void type(const char* words) {
    harness.type(harness.find(Role::TextField, "The best bit?"), words);
    draw();
  }
};

Value words(const char* text) { return Value::of_text(text); }

}  // namespace

TEST_CASE("what another tab answered is joined by what is answered here, and both are saved") {
  OneTab tab;
  tab.other_says({{"best", words("the slide")}});
  tab.press("Back");
  tab.finish();
  CHECK_FALSE(tab.harness.has(Role::Button, "What I said before"));
  tab.finish();
  CHECK(tab.says(saved));
  CHECK(tab.on_device().response.answers == Answers{{"liked", Value::of_number(4)}, {"best", words("the slide")}});
  tab.press("Next");
  CHECK(tab.harness.find(Role::TextField, "The best bit?").value == "the slide");
}

TEST_CASE("an answer that only this tab has changed asks nothing, whatever another tab said of the rest") {
  OneTab tab;
  tab.other_says({{"best", words("the slide")}});
  tab.press("Back");
  tab.pick("Happy");
  tab.finish();
  tab.finish();
  CHECK_FALSE(tab.harness.has(Role::Button, "What I said before"));
  CHECK(tab.on_device().response.answers == Answers{{"liked", Value::of_number(3)}, {"best", words("the slide")}});
}

TEST_CASE("who lets another tab's answer hold keeps what only this tab has changed") {
  OneTab tab;
  tab.type("the pool");
  tab.finish();
  tab.other_says({{"liked", Value::of_number(3)}});
  tab.press("Back");
  tab.pick("As happy as can be");
  tab.press("Next");
  tab.type("the lake");
  tab.finish();
  tab.press("What I said before");
  tab.finish();
  CHECK(tab.on_device().response.answers == Answers{{"liked", Value::of_number(3)}, {"best", words("the lake")}});
}

TEST_CASE("where two tabs have answered one question differently, the person says which holds") {
  for (const bool is_before : {true, false}) {
    CAPTURE(is_before);
    OneTab tab;
    tab.other_says({{"best", words("the slide")}});
    tab.type("the pool");
    tab.finish();
    CHECK(tab.harness.has(Role::Button, "What I have just said"));
    CHECK_FALSE(tab.says(saved));
    CHECK(tab.on_device().response.answers.at("best") == words("the slide"));
    tab.press(is_before ? "What I said before" : "What I have just said");
    tab.finish();
    CHECK(tab.says(saved));
    CHECK(tab.on_device().response.answers.at("best") == words(is_before ? "the slide" : "the pool"));
    CHECK(tab.on_device().response.answers.at("liked") == Value::of_number(4));
  }
}

TEST_CASE("what was saved here and then changed in another tab is not asked about, and holds as it is there") {
  OneTab tab;
  tab.other_says({{"liked", Value::of_number(2)}});
  tab.type("the pool");
  tab.finish();
  tab.finish();
  CHECK_FALSE(tab.harness.has(Role::Button, "What I said before"));
  CHECK(tab.on_device().response.answers == Answers{{"liked", Value::of_number(2)}, {"best", words("the pool")}});
}

TEST_CASE("what another tab kept a moment ago is in front of the person before anything is sent") {
  OneTab tab;
  tab.press("Skip this");
  tab.press("Next");
  tab.finish();
  SurveyDraft there = tab.on_device();
  there.response.answers["liked"] = Value::of_number(2);
  tab.host.records_.other_tab[key] = wire::encode_payload(there);
  tab.press("Send my answers to the council");
  CHECK(tab.host.posted.empty());
  CHECK(tab.harness.has(Role::Button, "Send my answers to the council"));
  CHECK(tab.says("Quite happy"));
  tab.finish();
  tab.press("Send my answers to the council");
  CHECK(tab.letter().response.answers.at("liked") == Value::of_number(2));
}

TEST_CASE("what was sent in another tab is said to be gone, is not written anew, and can count only once") {
  OneTab tab;
  const AnswerId id = tab.on_device().id;
  tab.host.records_.other_tab[key] = std::nullopt;
  tab.type("the pool");
  tab.finish();
  CHECK(tab.says(gone));
  tab.type("the pool!");
  tab.finish();
  CHECK_FALSE(tab.says(saved));
  CHECK(tab.host.posted.empty());
  CHECK(tab.host.records_.drafts.count(key) == 0);
  // The browser may have thrown it away: what is on the screen is not lost.
  tab.press("Next");
  tab.press("Next");
  tab.press("Send my answers to the council");
  CHECK(tab.letter().id == id);
  CHECK(tab.letter().response.answers.at("best") == words("the pool!"));
}

TEST_CASE("while another tab sends nothing is called sent or saved, and the next touch finds out") {
  OneTab tab;
  tab.other_says({}, Stage::Sent);
  tab.type("the pool");
  tab.finish();
  CHECK_FALSE(tab.says(gone));
  CHECK_FALSE(tab.says(saved));
  CHECK(tab.on_device().stage == Stage::Sent);
  SUBCASE("it has sent them") {
    tab.host.records_.other_tab[key] = std::nullopt;
    tab.type("the pool!");
    tab.finish();
    CHECK(tab.says(gone));
  }
  SUBCASE("it was gone before it could: they are here, and nothing is lost") {
    tab.type("the pool!");
    tab.finish();
    CHECK(tab.says(saved));
    CHECK(tab.on_device().response.answers.at("best") == words("the pool!"));
  }
}

TEST_CASE("answers whose tab was gone while it sent them are at the last look, under the same id") {
  OneTab before;
  SurveyDraft going = before.on_device();
  going.stage = Stage::Sent;
  testing::SurveyScreen after(InFront::Sam);
  after.host.records_.drafts[key] = wire::encode_payload(going);
  after.open_survey();
  after.press("Send my answers to the council");
  CHECK(after.letter().id == going.id);
}

TEST_CASE("answers that the device could not pass on are kept as unsent") {
  OneTab tab;
  tab.press("Skip this");
  tab.press("Next");
  tab.press("Send my answers to the council");
  CHECK(tab.on_device().stage == Stage::Sent);
  tab.host.posted.at(0).saved(Error{ErrorCode::TooLarge, "no room"});
  tab.draw();
  CHECK(tab.on_device().stage == Stage::Checking);
  CHECK(tab.harness.has(Role::Button, "Send my answers to the council"));
}
