// Counting: editions joined by the names of questions, and means and shares with their intervals.
#include "plugins/feedback/model/results/count_answers.hpp"
#include "plugins/feedback/model/results/countable_pages.hpp"
#include "plugins/feedback/model/results/intervals.hpp"
#include "tests/unit/plugins/survey_forms.hpp"
#include "tests/unit/plugins/survey_sample.hpp"

#include <doctest/doctest.h>

using namespace alongside;
using namespace alongside::feedback;

namespace {

KeptResponse said(std::uint32_t version, Answers answers) {
  KeptResponse kept;
  kept.response.edition.version = version;
  kept.response.answers = std::move(answers);
  return kept;
}

std::vector<JoinedQuestion> joined_sample(Definition second) {
  return join_questions({{1, testing::sample_definition()}, {2, std::move(second)}});
}

}  // namespace

TEST_CASE("answers to all versions are counted together by the name of the question") {
  const auto questions = joined_sample(testing::sample_definition());
  const AnswerTable table = count_answers(
      questions, {said(1, {{"liked", Value::of_number(4)}}), said(2, {{"liked", Value::of_number(4)}}), said(2, {})},
      {});
  const AnswerColumn* liked = table.find("liked");
  REQUIRE(liked != nullptr);
  CHECK(liked->counts() == Headcounts{0, 0, 0, 2, 0, 1});
  CHECK(liked->none == 5);
  CHECK(liked->is_scale);
  CHECK_FALSE(liked->is_conditional);
}

TEST_CASE("a question whose words changed says in which version") {
  Definition second = testing::sample_definition();
  second.pages[0].questions[0].title.en = "How was your day?";
  const auto questions = joined_sample(second);
  CHECK(questions[0].question.title.en == "How was your day?");
  CHECK(questions[0].reworded == std::vector<std::uint32_t>{2});
  CHECK(questions[1].reworded.empty());
}

TEST_CASE("choices that a later version took away are still counted") {
  Definition second = testing::sample_definition();
  second.pages[0].questions[0].choices.erase(second.pages[0].questions[0].choices.begin());
  const AnswerTable table = count_answers(joined_sample(second), {said(1, {{"liked", Value::of_number(1)}})}, {});
  const AnswerColumn* liked = table.find("liked");
  REQUIRE(liked != nullptr);
  CHECK(liked->counts() == Headcounts{0, 0, 0, 0, 1});
  CHECK(liked->categories.back().key == "1");
}

TEST_CASE("a question that was not asked in every version counts as asked of some") {
  Definition second = testing::sample_definition();
  Question extra = second.pages[0].questions[0];
  extra.name = "extra";
  second.pages[0].questions.push_back(extra);
  const auto questions = joined_sample(second);
  CHECK(questions.back().question.name == "extra");
  CHECK(questions.back().is_conditional);
}

TEST_CASE("answers of another kind under the same name are not mixed in") {
  Definition second = testing::sample_definition();
  second.pages[0].questions[0].type = QuestionType::Radiogroup;
  const auto questions = joined_sample(second);
  const AnswerTable table = count_answers(
      questions, {said(1, {{"liked", Value::of_number(4)}}), said(2, {{"liked", Value::of_number(4)}})}, {});
  CHECK(table.find("liked")->counts() == Headcounts{0, 0, 0, 1, 0, 1});
}

TEST_CASE("each choice of a question with several answers is counted by itself, among those who were asked") {
  const auto questions = joined_sample(testing::sample_definition());
  const Value both = Value::of_list({Value::of_text("noise"), Value::of_text("lift")});
  const AnswerTable table = count_answers(
      questions, {said(1, {{"why", both}}), said(1, {{"why", Value::of_list({Value::of_text("lift")})}}), said(1, {})},
      {});
  CHECK(table.find("why/noise")->counts() == Headcounts{1, 1, 1});
  CHECK(table.find("why/lift")->counts() == Headcounts{2, 0, 1});
  CHECK(table.find("why/noise")->depends_on == std::vector<std::string>{"liked"});
}

TEST_CASE("a condition that names no question may depend on any of them") {
  Definition definition = testing::sample_definition();
  definition.pages[0].questions[1].visible_if = "{total} > 3";
  const auto questions = join_questions({{1, definition}});
  CHECK(questions[1].depends_on == std::vector<std::string>{"best", "liked"});
}

TEST_CASE("themes are counted by response, and hang on what decides who writes") {
  const auto questions = joined_sample(testing::sample_definition());
  Themes themes;
  themes.themes = {{"slide", {"The slide", "Y llithren"}}};
  KeptResponse one = said(1, {});
  one.id = AnswerId(IdBytes{9});
  themes.coded[one.id.text()] = {"slide"};
  const AnswerTable table = count_answers(questions, {one, said(1, {})}, themes);
  CHECK(table.find("theme/slide")->counts() == Headcounts{1, 1});
  CHECK(table.find("theme/slide")->depends_on == std::vector<std::string>{"liked"});
}

TEST_CASE("means stand with Student's interval") {
  // R: t.test(c(1,2,3,4,5)) gives 3 and 1.036757 to 4.963243.
  const auto mean = mean_interval({1, 2, 3, 4, 5}, {1, 1, 1, 1, 1});
  REQUIRE(mean.has_value());
  CHECK(mean->middle == doctest::Approx(3));
  CHECK(mean->low == doctest::Approx(1.036757).epsilon(0.0001));
  CHECK(mean->high == doctest::Approx(4.963243).epsilon(0.0001));
  CHECK_FALSE(mean_interval({1}, {1}).has_value());
  // Printed tables.
  CHECK(student_t(10) == doctest::Approx(2.2281).epsilon(0.0002));
  CHECK(student_t(30) == doctest::Approx(2.0423).epsilon(0.0002));
  CHECK(student_t(1000) == doctest::Approx(1.9623).epsilon(0.0002));
}

TEST_CASE("shares stand with Wilson's interval, also at the ends") {
  // R: prop.test(8, 10, correct = FALSE) gives 0.4901625 to 0.9433178.
  const Interval share = share_interval(8, 10);
  CHECK(share.low == doctest::Approx(0.4901625).epsilon(0.0001));
  CHECK(share.high == doctest::Approx(0.9433178).epsilon(0.0001));
  CHECK(share_interval(0, 10).low == doctest::Approx(0).epsilon(1e-9));
  CHECK(share_interval(0, 10).high == doctest::Approx(0.2775328).epsilon(0.0001));
}

TEST_CASE("what decides whether a parent is asked decides about its children too, also through an answer in words") {
  Definition definition = testing::sample_definition();
  Question after = definition.pages[0].questions[0];
  after.name = "after";
  after.visible_if = "{best} notempty";
  definition.pages[0].questions.push_back(after);
  const auto questions = join_questions({{1, definition}});
  CHECK(questions.back().depends_on == std::vector<std::string>{"best", "liked"});
}

TEST_CASE("the ends of a scale say what they mean, and a number without words stands for itself") {
  Definition definition = testing::sample_definition();
  definition.pages[0].questions[0].lowest = {"A little", "Ychydig"};
  definition.pages[0].questions[0].highest = {"Very", ""};
  definition.pages[0].questions[0].choices[1].text = {};
  const AnswerTable table = count_answers(join_questions({{1, definition}}), {}, {});
  const auto& categories = table.find("liked")->categories;
  CHECK(categories[0].text.en == "1 – A little");
  CHECK(categories[0].text.cy == "1 – Ychydig");
  CHECK(categories[1].text.en == "2");
  CHECK(categories[4].text.cy == "5 – Very");
}

TEST_CASE("a survey that was frozen as a whole form is counted too, with what its questions depend on") {
  Definition definition;
  definition.form = testing::form_of(R"({"elements": [
    {"type": "dropdown", "name": "went", "choices": ["club", "pool"], "showOtherItem": true},
    {"type": "tagbox", "name": "liked", "choices": ["games", "food"], "visibleIf": "{went} = 'club'"},
    {"type": "panel", "name": "more", "visibleIf": "{went} notempty", "elements": [
      {"type": "text", "name": "why"}, {"type": "ranking", "name": "order", "choices": ["a", "b"]}]}]})");
  const auto questions = join_questions({{1, definition}});
  REQUIRE(questions.size() == 3);
  CHECK(questions[1].question.type == QuestionType::Checkbox);
  CHECK(questions[1].depends_on == std::vector<std::string>{"went"});
  CHECK(questions[2].question.name == "why");
  CHECK(questions[2].question.type == QuestionType::Comment);
  CHECK(questions[2].is_conditional);

  const auto words = [](const char* text) { return Value::of_text(text); };
  const AnswerTable table =
      count_answers(questions,
                    {said(1, {{"went", words("club")}, {"liked", Value::of_list({words("food")})}}),
                     said(1, {{"went", words("other")}}), said(1, {})},
                    {});
  const AnswerColumn* went = table.find("went");
  REQUIRE(went != nullptr);
  CHECK(went->counts() == Headcounts{1, 0, 1, 1});
  const AnswerColumn* food = table.find("liked/food");
  REQUIRE(food != nullptr);
  CHECK(food->counts() == Headcounts{1, 0, 2});
}

TEST_CASE("what a trigger may show counts as depending on every answer") {
  Definition definition;
  definition.form = testing::form_of(R"({"elements": [
    {"type": "boolean", "name": "first"}, {"type": "boolean", "name": "second"}],
    "triggers": [{"type": "visible", "expression": "{first} = true", "questions": ["second"]}]})");
  const auto questions = join_questions({{1, definition}});
  REQUIRE(questions.size() == 2);
  CHECK(questions[1].depends_on == std::vector<std::string>{"first"});
}
