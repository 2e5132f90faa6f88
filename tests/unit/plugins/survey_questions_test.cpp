// Each kind of question on the screen: what stands there by role and name, what an answer becomes, and what is said
// when it is not right.
#include "plugins/feedback/model/pages_form.hpp"
#include "plugins/feedback/model/survey_run.hpp"
#include "tests/unit/plugins/survey_every_type.hpp"
#include "tests/unit/plugins/survey_screen.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace alongside;
using namespace alongside::feedback;
using testing::InFront;
using ui::Role;

namespace {

// The survey that asks everything, with what stands before a question answered, so that it is in front.
struct QuestionScreen : testing::SurveyScreen {
  QuestionScreen() : SurveyScreen(InFront::Sam) {}

  void ask(const std::string& question, const Answers& before = testing::every_answer()) {
    PublishedForm survey;
    survey.form = testing::every_definition().form;
    survey.edition = {testing::every_definition().survey, 3, {}};
    SurveyDraft draft;
    draft.response.edition = survey.edition;
    draft.response.answers = before;
    draft.id = AnswerId(host.records_.new_document().bytes());
    draft.question = question;
    host.records_.drafts["feedback answers " + testing::survey_id + " "] = wire::encode_payload(draft);
    open("/say/" + testing::survey_id);
    if (!host.asked.empty()) host.answer_with(survey);
    draw();
  }
  void ask_anew(const std::string& question) {
    Answers before = testing::every_answer();
    before.erase(question);
    before.erase(question + "-Comment");
    ask(question, before);
  }
  void type(const char* name, const char* text) {
    harness.type(harness.find(Role::TextField, name), text);
    draw();
  }
  void tick(const char* name) {
    harness.toggle(harness.find(Role::Checkbox, name));
    draw();
  }
  void choose(const char* name, const char* value) {
    harness.choose(harness.find(Role::Select, name), value);
    draw();
  }
  Value answer(const std::string& name) {
    const Bytes& kept = host.records_.drafts.at("feedback answers " + testing::survey_id + " ");
    const Answers answers = wire::decode_payload<SurveyDraft>(kept).value().response.answers;
    return answers.contains(name) ? answers.at(name) : Value();
  }
};

Value list(const std::string& json) { return testing::json_answer(json); }

}  // namespace

TEST_CASE("words above a question stand with it, and the title takes in what was answered") {
  QuestionScreen screen;
  screen.ask("hello");
  CHECK(screen.says("Hello & welcome."));
  CHECK(screen.says("About you"));
  CHECK(screen.harness.has(Role::TextField, "Your name?"));
  screen.press("Next");
  CHECK(screen.harness.has(Role::TextField, "How old is Sam?"));
}

TEST_CASE("a number is a number when it is one, letters are told, and its limits are said") {
  QuestionScreen screen;
  screen.ask_anew("age");
  screen.type("How old is Sam?", "1.");
  CHECK(screen.harness.find(Role::TextField, "How old is Sam?").value == "1.");
  screen.type("How old is Sam?", "nine");
  screen.press("Next");
  CHECK(screen.harness.find(Role::TextField, "How old is Sam?").error == "Write a number, like 3 or 2.5.");
  screen.type("How old is Sam?", "26");
  CHECK(screen.answer("age") == Value::of_number(26));
  screen.press("Next");
  CHECK(screen.harness.find(Role::TextField, "How old is Sam?").error == "The most we can take is 25.");
  screen.type("How old is Sam?", "9.50");
  screen.press("Next");
  CHECK(screen.answer("age") == Value::of_number(9.5));
  CHECK(screen.harness.has(Role::TextField, "Email?"));
}

TEST_CASE("days and addresses have the page's own inputs") {
  QuestionScreen screen;
  screen.ask_anew("mail");
  CHECK(screen.harness.find(Role::TextField, "Email?").input_type == ui::InputType::Email);
  screen.type("Email?", "nobody");
  screen.press("Next");
  CHECK(screen.harness.find(Role::TextField, "Email?").error == "Write an email address, like sam@example.org.");
  screen.ask_anew("day");
  CHECK(screen.harness.find(Role::TextField, "Which day?").input_type == ui::InputType::Date);
}

TEST_CASE("something of one's own is written beside the choice, and goes with it") {
  QuestionScreen screen;
  screen.ask_anew("best");
  CHECK_FALSE(screen.harness.has(Role::TextField, "What is it?"));
  screen.pick("Something else");
  screen.type("What is it?", "Judo");
  CHECK(screen.answer("best") == Value::of_text("other"));
  CHECK(screen.answer("best-Comment") == Value::of_text("Judo"));
  screen.pick("swim");
  CHECK_FALSE(screen.harness.has(Role::TextField, "What is it?"));
}

TEST_CASE("none of these stands alone, and all of them are chosen at once") {
  QuestionScreen screen;
  screen.ask_anew("also");
  screen.tick("None of these");
  CHECK(screen.answer("also") == list(R"(["none"])"));
  screen.tick("Art");
  CHECK(screen.answer("also") == list(R"(["art"])"));
  screen.press("Choose all of them");
  CHECK(screen.answer("also") == list(R"(["swim", "dance", "art"])"));
  screen.tick("None of these");
  CHECK(screen.answer("also") == list(R"(["none"])"));
}

TEST_CASE("lists, ratings, yes and no, and pictures are chosen by their words") {
  QuestionScreen screen;
  screen.ask_anew("town");
  screen.choose("Town?", "1");
  CHECK(screen.answer("town") == Value::of_text("Southmere"));
  screen.ask_anew("times");
  screen.tick("evening");
  CHECK(screen.answer("times") == list(R"(["evening"])"));
  screen.ask_anew("happy");
  screen.pick("As happy as can be");
  CHECK(screen.answer("happy") == Value::of_number(5));
  screen.ask_anew("stars");
  screen.pick("1 star");
  CHECK(screen.answer("stars") == Value::of_number(1));
  screen.ask_anew("again");
  screen.pick("No");
  CHECK(screen.answer("again") == Value::of_truth(false));
  screen.ask_anew("which");
  screen.pick("Park");
  CHECK(screen.answer("which") == Value::of_text("park"));
}

TEST_CASE("an order is made with buttons alone, and the order that stands there can be kept") {
  QuestionScreen screen;
  screen.ask_anew("order");
  screen.press("This order is right");
  CHECK(screen.answer("order") == list(R"(["a", "b", "c"])"));
  screen.press("Move up: c");
  CHECK(screen.answer("order") == list(R"(["a", "c", "b"])"));
  screen.press("Move down: a");
  CHECK(screen.answer("order") == list(R"(["c", "a", "b"])"));
  CHECK_FALSE(screen.harness.has(Role::Button, "Move up: c"));
}

TEST_CASE("a slider is a number with a step up and a step down, within its ends") {
  QuestionScreen screen;
  screen.ask_anew("far");
  screen.press("More");
  CHECK(screen.answer("far") == Value::of_number(5));
  screen.press("Less");
  screen.press("Less");
  CHECK(screen.answer("far") == Value::of_number(0));
  screen.type("How far?", "400");
  screen.press("Next");
  CHECK_FALSE(screen.harness.find(Role::TextField, "How far?").error.empty());
}

TEST_CASE("a table is a question a row, and each row is asked for") {
  QuestionScreen screen;
  screen.ask_anew("how");
  screen.harness.toggle(screen.harness.find(Role::Radio, "bad"));
  screen.draw();
  CHECK(screen.answer("how") == list(R"({"lunch": "bad"})"));
  screen.press("Next");
  CHECK(screen.says("Choose an answer in each row, or press \"Skip this\"."));
  screen.ask_anew("use");
  screen.pick("never");
  CHECK(screen.answer("use") == list(R"({"bus": {"often": "never"}})"));
}

TEST_CASE("rows and panels come and go, and their questions are asked in them") {
  QuestionScreen screen;
  screen.ask_anew("kids");
  screen.type("name", "Alex");
  screen.press("Add another");
  CHECK(screen.harness.count(Role::TextField) == 2);
  CHECK(screen.answer("kids") == list(R"([{"name": "Alex"}, {}])"));
  CHECK(screen.harness.find(Role::Button, "Take away: 1").value == "Take away: 1, Children");
  screen.press("Take away: 1");
  CHECK(screen.harness.count(Role::TextField) == 1);
  screen.ask_anew("visits");
  screen.press("Next");
  CHECK_FALSE(screen.harness.find(Role::TextField, "Where?").error.empty());
  screen.type("Where?", "Park");
  screen.type("Why Park?", "Fun");
  CHECK(screen.answer("visits") == list(R"([{"place": "Park", "why": "Fun"}])"));
}

TEST_CASE("several boxes are one answer, and a sum is read, not asked") {
  QuestionScreen screen;
  screen.ask_anew("bags");
  screen.type("small", "3");
  CHECK(screen.answer("bags") == list(R"({"small": 3})"));
  screen.ask("sum");
  CHECK(screen.says("24"));
  CHECK_FALSE(screen.harness.has(Role::Button, "Skip this"));
}

TEST_CASE("not understanding a question is an answer of its own, and is said in the look over it all") {
  QuestionScreen screen;
  screen.ask("town");
  screen.press("I don't understand this");
  const Bytes& kept = screen.host.records_.drafts.at("feedback answers " + testing::survey_id + " ");
  const Response response = wire::decode_payload<SurveyDraft>(kept).value().response;
  CHECK(response.passed.at("town") == Passed::DoesNotUnderstand);
  CHECK_FALSE(response.answers.contains("town"));
}

TEST_CASE("the same survey in easy words, as long as the person likes") {
  QuestionScreen screen;
  screen.ask_anew("first");
  CHECK(screen.harness.has(Role::TextField, "Your name?"));
  screen.press("Easy words");
  CHECK(screen.harness.has(Role::TextField, "Who are you?"));
  screen.press("Easy words");
  CHECK(screen.harness.has(Role::TextField, "Your name?"));
}

TEST_CASE("what was answered reads as it was said, whatever its kind") {
  QuestionScreen screen;
  screen.ask("sum");
  screen.press("Next");
  screen.press("Next");
  for (const char* words :
       {"Sam", "big: one; small: 2", "Something else", "swim, Art", "Very happy", "3 stars", "No", "Pool", "b, a, c",
        "15", "lunch: good; bus: bad", "name: Alex", "Where?: Park; Why ?: Fun"}) {
    CAPTURE(words);
    CHECK(screen.says(words));
  }
  screen.press("Send my answers to the council");
  const auto form = survey_form(testing::every_definition()).value();
  const auto accepted = accept(form, screen.letter().response, 0);
  CAPTURE((accepted.ok() ? "" : accepted.error().detail));
  CHECK(accepted.ok());
}
