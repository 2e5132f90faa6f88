// What follows from answers: what shows, what is required, what is wrong, what would be sent.
#include "plugins/feedback/model/survey_logic.hpp"
#include "tests/unit/plugins/survey_sample.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>

using namespace alongside;
using namespace alongside::feedback;
using testing::sample_definition;

namespace {

SurveyLogic sample() { return SurveyLogic::create(sample_definition()).value(); }

std::vector<std::string> names(const SurveyState& state) {
  std::vector<std::string> names;
  for (const Question* question : state.questions()) names.push_back(question->name);
  return names;
}

std::string refusal(const Definition& definition) {
  const auto logic = SurveyLogic::create(definition);
  return logic.ok() ? "" : logic.error().detail;
}

}  // namespace

TEST_CASE("questions show as the answers before them say") {
  const SurveyLogic logic = sample();
  CHECK(names(logic.state({})) == std::vector<std::string>{"liked"});
  CHECK(names(logic.state({{"liked", Value::of_number(1)}})) == std::vector<std::string>{"liked", "why"});
  CHECK(names(logic.state({{"liked", Value::of_number(5)}})) == std::vector<std::string>{"liked", "best"});
}

TEST_CASE("an answer whose question went away still counts while asking, and is not sent") {
  const SurveyLogic logic = sample();
  const Answers answers{{"liked", Value::of_number(5)}, {"why", Value::of_list({Value::of_text("noise")})}};
  CHECK(logic.state(answers).data.size() == 1);
  CHECK(logic.state(answers).mistakes.empty());
}

TEST_CASE("a required question can be passed by, and then nothing is missing") {
  const SurveyLogic logic = sample();
  CHECK(logic.state({}).required == std::vector<std::string>{"liked"});
  CHECK(logic.state({}, {{"liked", Passed::DoesNotKnow}}).required.empty());
}

TEST_CASE("an answer that was never offered is found, whatever its kind") {
  const SurveyLogic logic = sample();
  const auto fault = [&logic](const char* name, Value value) {
    Answers answers{{"liked", Value::of_number(1)}};
    answers.insert_or_assign(name, std::move(value));
    const auto mistakes = logic.state(answers).mistakes;
    return mistakes.size() == 1 ? std::string(name_of(mistakes[0].fault)) : std::string("none");
  };
  CHECK(fault("liked", Value::of_number(6)) == "not_a_choice");
  CHECK(fault("liked", Value::of_text("1")) == "not_a_choice");
  CHECK(fault("liked", Value::of_list({Value::of_number(1)})) == "wrong_kind");
  CHECK(fault("why", Value::of_text("noise")) == "wrong_kind");
  CHECK(fault("why", Value::of_list({Value::of_text("noise"), Value::of_text("noise")})) == "not_a_choice");
  Answers long_words{{"liked", Value::of_number(5)}, {"best", Value::of_text(std::string(101, 'x'))}};
  CHECK(logic.state(long_words).mistakes[0].fault == AnswerFault::TooLong);
}

TEST_CASE("a response is accepted without what does not show, and refused with what is no question") {
  const SurveyLogic logic = sample();
  Response response;
  response.answers = {{"liked", Value::of_number(5)}, {"why", Value::of_list({Value::of_text("noise")})}};
  response.passed = {{"best", Passed::Skipped}, {"why", Passed::Skipped}, {"no such", Passed::Skipped}};
  const auto accepted = logic.accept(response);
  REQUIRE(accepted.ok());
  CHECK(accepted.value().answers.size() == 1);
  CHECK(accepted.value().passed.size() == 1);
  response.answers["secret"] = Value::of_text("x");
  CHECK_FALSE(logic.accept(response).ok());
}

TEST_CASE("a definition is refused with the place of each mistake") {
  Definition twice = sample_definition();
  twice.pages[0].questions[1].name = "LIKED";
  CHECK(refusal(twice).find("LIKED: give each question a name of its own") != std::string::npos);
  Definition unknown = sample_definition();
  unknown.pages[0].questions[1].visible_if = "{nobody} = 1";
  CHECK(refusal(unknown).find("why.visibleIf: there is no question named nobody") != std::string::npos);
  Definition broken = sample_definition();
  broken.pages[0].questions[1].visible_if = "{liked} = ";
  CHECK(refusal(broken).find("why.visibleIf: character 11:") != std::string::npos);
  Definition empty = sample_definition();
  empty.pages.clear();
  CHECK(refusal(empty).find("ask at least one question") != std::string::npos);
  Definition huge = sample_definition();
  for (int i = 0; i < 600; ++i) {
    Question more = sample_definition().pages[0].questions[2];
    more.name = "more" + std::to_string(i);
    huge.pages[0].questions.push_back(more);
  }
  CHECK(refusal(huge).find("ask at most 500 questions") != std::string::npos);
}

TEST_CASE("whatever is answered, what is accepted belongs to questions that show and is accepted again as it is") {
  const SurveyLogic logic = sample();
  std::mt19937 random(7);
  const std::vector<Value> values{Value::of_number(1),
                                  Value::of_number(5),
                                  Value::of_text("noise"),
                                  Value(),
                                  Value::of_list({Value::of_text("noise")}),
                                  Value::of_truth(true)};
  int accepted_ones = 0;
  for (int run = 0; run < 5000; ++run) {
    Response response;
    for (const char* name : {"liked", "why", "best"}) {
      if (random() % 3 != 0) response.answers[name] = values[random() % values.size()];
      if (random() % 4 == 0) response.passed[name] = Passed::Skipped;
    }
    const auto accepted = logic.accept(response);
    if (!accepted.ok()) continue;
    ++accepted_ones;
    const auto shown = names(logic.state(response.answers, response.passed));
    for (const auto& [name, value] : accepted.value().answers) REQUIRE(std::ranges::find(shown, name) != shown.end());
    const auto again = logic.accept(accepted.value());
    REQUIRE(again.ok());
    REQUIRE(again.value().answers == accepted.value().answers);
    REQUIRE(again.value().passed == accepted.value().passed);
  }
  CHECK(accepted_ones > 100);
}
