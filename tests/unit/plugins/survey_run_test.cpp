// What follows from answers, on the screen and at the council alike: what shows, what is wrong, what is kept; and
// answers that nobody asked for.
#include "plugins/feedback/model/survey_run.hpp"
#include "app/wire/payload.hpp"
#include "plugins/feedback/api/definition_file.hpp"
#include "plugins/feedback/model/pages_form.hpp"
#include "tests/unit/plugins/survey_every_type.hpp"
#include "tests/unit/plugins/survey_sample.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>

using namespace alongside;
using namespace alongside::feedback;
using testing::every_answer, testing::every_definition, testing::sample_definition, testing::json_answer;

namespace {

std::shared_ptr<const Form> sample_form() { return survey_form(sample_definition()).value(); }
std::shared_ptr<const Form> every_form() { return survey_form(every_definition()).value(); }

std::vector<std::string> asked(const SurveyRun& run) {
  std::vector<std::string> names;
  for (const std::size_t at : run.questions()) names.push_back(run.element(at).name);
  return names;
}

std::vector<std::string> asked(const Answers& answers) { return asked(SurveyRun(sample_form(), answers, 0)); }

std::string refusal_of_file(const std::string& json) {
  const auto definition = read_definition(server::read_json(json).value());
  return definition.ok() ? "" : definition.error().detail;
}

std::string asking(const std::string& question) {
  return R"({"alongside": {"survey": "74a1c6e8-3d09-4b52-8e1f-a06b5c92d7f3"}, "elements": [)" + question + "]}";
}

Response response_of(Answers answers) {
  Response response;
  response.answers = std::move(answers);
  return response;
}

}  // namespace

TEST_CASE("questions show as the answers before them say") {
  CHECK(asked(Answers{}) == std::vector<std::string>{"liked"});
  CHECK(asked({{"liked", Value::of_number(1)}}) == std::vector<std::string>{"liked", "why"});
  CHECK(asked({{"liked", Value::of_number(5)}}) == std::vector<std::string>{"liked", "best"});
}

TEST_CASE("an answer whose question went away is not sent") {
  const SurveyRun run(sample_form(), {{"liked", Value::of_number(5)}, {"why", json_answer(R"(["noise"])")}}, 0);
  CHECK(run.data().size() == 1);
  CHECK(run.mistakes({}).empty());
}

TEST_CASE("a required question can be passed by, and then nothing is missing") {
  const SurveyRun run(sample_form(), {}, 0);
  REQUIRE(run.mistakes({}).size() == 1);
  CHECK(run.mistakes({})[0].place == "liked");
  for (const Passed how : {Passed::Skipped, Passed::DoesNotKnow, Passed::DoesNotUnderstand}) {
    CHECK(run.mistakes({{"liked", how}}).empty());
  }
}

TEST_CASE("a response is kept without what does not show, and refused with what is no question") {
  Response response = response_of({{"liked", Value::of_number(5)}, {"why", json_answer(R"(["noise"])")}});
  response.passed = {{"best", Passed::Skipped}, {"why", Passed::Skipped}, {"no such", Passed::Skipped}};
  const auto accepted = accept(sample_form(), response, 0);
  REQUIRE(accepted.ok());
  CHECK(accepted.value().answers.size() == 1);
  CHECK(accepted.value().passed.size() == 1);
  response.answers["secret"] = Value::of_text("x");
  CHECK_FALSE(accept(sample_form(), response, 0).ok());
}

TEST_CASE("a whole form is the same after it was frozen and read again") {
  const Definition definition = every_definition();
  CHECK(definition.pages.empty());
  const Bytes bytes = wire::encode_payload(definition);
  const auto again = wire::decode_payload<Definition>(bytes);
  REQUIRE(again.ok());
  CHECK(wire::encode_payload(again.value()) == bytes);
  SurveyRun run(survey_form(again.value()).value(), {}, 0);
  for (const auto& [name, value] : every_answer()) run.answer(name, value);
  CHECK(run.mistakes({}).empty());
  const Answers data = run.data();
  CHECK(data.at("sum") == Value::of_number(24));
  CHECK(data.at("both") == Value::of_number(24));
}

TEST_CASE("every kind of question is taken by the council as it was answered") {
  const auto accepted = accept(every_form(), response_of(every_answer()), 0);
  CAPTURE((accepted.ok() ? "" : accepted.error().detail));
  REQUIRE(accepted.ok());
  for (const auto& [name, value] : every_answer()) {
    CAPTURE(name);
    REQUIRE(accepted.value().answers.contains(name));
    CHECK(accepted.value().answers.at(name) == value);
  }
}

TEST_CASE("hostile answers are refused, whatever question they are put to") {
  const auto form = every_form();
  const std::string long_words = "\"" + std::string(5000, 'x') + "\"";
  const std::pair<const char*, std::string> hostile[] = {{"first", "5000"},
                                                         {"first", "[]x"},
                                                         {"first", long_words},
                                                         {"first", R"({"a": 1})"},
                                                         {"age", "\"nine\""},
                                                         {"age", "99"},
                                                         {"mail", "\"nobody\""},
                                                         {"bags", R"({"huge": "x"})"},
                                                         {"bags", "\"x\""},
                                                         {"best", "\"fly\""},
                                                         {"best-Comment", "7"},
                                                         {"also", R"(["swim", "swim"])"},
                                                         {"also", "\"swim\""},
                                                         {"town", "\"Atlantis\""},
                                                         {"times", R"(["noon"])"},
                                                         {"happy", "6"},
                                                         {"happy", "\"4\""},
                                                         {"again", "\"maybe\""},
                                                         {"which", R"(["pool"])"},
                                                         {"order", R"(["a", "a"])"},
                                                         {"far", "21"},
                                                         {"far", "\"15\""},
                                                         {"how", R"({"lunch": "ugly", "bus": "bad"})"},
                                                         {"how", R"({"tea": "good"})"},
                                                         {"use", R"({"boat": {"often": "daily"}})"},
                                                         {"use", R"({"bus": {"cost": 1}})"},
                                                         {"use", R"({"bus": "daily"})"},
                                                         {"kids", R"({"name": "Alex"})"},
                                                         {"kids", R"([["Alex"]])"},
                                                         {"visits", R"([{"place": ["Park"]}])"},
                                                         {"visits", R"([{"why": "Fun"}])"},
                                                         {"hello", "\"hi\""},
                                                         {"box", "\"x\""},
                                                         {"who", "\"page\""},
                                                         {"__proto__", "\"x\""},
                                                         {"also-Comment", "\"x\""}};
  for (const auto& [name, json] : hostile) {
    CAPTURE(name);
    CAPTURE(json);
    const auto read = server::read_json(json);
    if (!read.ok()) continue;
    Answers answers = every_answer();
    answers.insert_or_assign(name, value_of_json(read.value()));
    const bool is_words = std::string(name) == "first" && json == "5000";  // a number is words, too
    CHECK(accept(form, response_of(answers), 0).ok() == is_words);
  }
  Answers many = every_answer();
  many["visits"] = Value::of_list(std::vector<Value>(101, json_answer(R"({"place": "Park"})")));
  CHECK_FALSE(accept(form, response_of(many), 0).ok());
}

TEST_CASE("what the council works out itself is never taken from outside") {
  Answers answers = every_answer();
  answers["both"] = Value::of_number(1000);
  answers["sum"] = Value::of_text("a lot");
  const auto accepted = accept(every_form(), response_of(answers), 0);
  REQUIRE(accepted.ok());
  CHECK(accepted.value().answers.at("both") == Value::of_number(24));
  CHECK(accepted.value().answers.at("sum") == Value::of_number(24));
}

TEST_CASE("words of one's own go with the choice that they were written beside") {
  Answers answers = every_answer();
  answers["best"] = Value::of_text("swim");
  const auto accepted = accept(every_form(), response_of(answers), 0);
  REQUIRE(accepted.ok());
  CHECK_FALSE(accepted.value().answers.contains("best-Comment"));
}

TEST_CASE("who comes back goes on exactly where they were, whatever they had answered") {
  const auto form = every_form();
  std::mt19937 random(7);
  const Answers all = every_answer();
  for (int round = 0; round < 300; ++round) {
    SurveyRun run(form, {}, 0);
    for (const auto& [name, value] : all) {
      if (random() % 3 == 0) continue;
      run.answer(name, value);
      if (random() % 8 == 0) run.answer(name, {});
    }
    const SurveyRun back(form, run.answers(), 0);
    REQUIRE(asked(back) == asked(run));
    REQUIRE(back.answers() == run.answers());
    REQUIRE(back.data() == run.data());
    REQUIRE(back.mistakes({}).size() == run.mistakes({}).size());
  }
}

TEST_CASE("what was answered on the screen is what the council keeps, whatever was answered") {
  const auto form = every_form();
  std::mt19937 random(11);
  const Answers all = every_answer();
  int taken = 0;
  for (int round = 0; round < 300; ++round) {
    SurveyRun run(form, {}, 0);
    for (const auto& [name, value] : all) {
      if (random() % 4 != 0) run.answer(name, value);
    }
    if (!run.mistakes({}).empty()) continue;
    ++taken;
    const auto accepted = accept(form, response_of(run.data()), 0);
    CAPTURE((accepted.ok() ? "" : accepted.error().detail));
    REQUIRE(accepted.ok());
    REQUIRE(accepted.value().answers == run.data());
  }
  CHECK(taken > 20);
}

TEST_CASE("one thing is asked at a time, or a page, or everything, as the council wrote it") {
  CHECK(SurveyRun(every_form(), {}, 0).steps().size() == asked(SurveyRun(every_form(), {}, 0)).size() + 1);
  std::string text = testing::every_type();
  text.insert(1, R"("questionsOnPageMode": "standard", )");
  const auto pages = read_definition(server::read_json(text).value());
  REQUIRE(pages.ok());
  CHECK(SurveyRun(survey_form(pages.value()).value(), {}, 0).steps().size() == 3);
}

TEST_CASE("what cannot be asked or kept is refused at publishing, with its place and what to do instead") {
  CHECK(refusal_of_file(asking(R"({"type": "file", "name": "photo"})")).empty());
  CHECK(refusal_of_file(asking(R"({"type": "signaturepad", "name": "sign"})")).empty());
  CHECK(refusal_of_file(asking(R"({"type": "file", "name": "photos", "allowMultiple": true, "maxFiles": 6})"))
            .find("photos: ask for at most five") == 0);
  CHECK(refusal_of_file(asking(R"({"type": "paneldynamic", "name": "p", "templateElements": [
                                    {"type": "file", "name": "photo"}]})"))
            .find("ask for photos, recordings and signatures outside of rows and panels") != std::string::npos);
  CHECK(refusal_of_file(asking(R"({"type": "dropdown", "name": "d"})")).find("d: write what can be chosen") == 0);
  CHECK(refusal_of_file(asking(R"({"type": "slider", "name": "s", "sliderType": "range"})")).find("s: ask for one") ==
        0);
  CHECK(refusal_of_file(asking(R"({"type": "text", "name": "t", "inputType": "color"})")).find("t: inputType") == 0);
  CHECK(refusal_of_file(asking(R"({"type": "text", "name": "t", "visibleIf": "age({b}) > 3"})"))
            .find("t: a question cannot") == 0);
  CHECK(refusal_of_file(asking(R"({"type": "text", "name": "t", "visibleIf": "bark({b}) = 1"})"))
            .find("t: there is no function named bark") == 0);
  CHECK(refusal_of_file(asking(R"({"type": "text", "name": "t", "defaultValue": [null]})"))
            .find("pages: something here cannot be kept") == 0);
  CHECK(refusal_of_file(asking(R"({"type": "text", "name": "t", "visibleIf": "sumInArray({k}, 'a', '{a} > 1') > 1"})"))
            .find("t: write the condition of a function over a list without quotes") == 0);
  CHECK(refusal_of_file(asking(R"({"type": "hologram", "name": "t"})")).find("hologram") != std::string::npos);
  CHECK(refusal_of_file(R"({"elements": [{"type": "text", "name": "t"}]})").find("alongside") != std::string::npos);
}

TEST_CASE("an expression or a pattern that no parser made is not run") {
  using enum ExpressionOp;
  const auto node = [](ExpressionOp op, std::vector<std::uint32_t> children, std::uint32_t begin) {
    return ExpressionNode{.op = op, .begin = begin, .children = std::move(children)};
  };
  const auto is_whole = [](std::vector<ExpressionNode> nodes) { return Expression{std::move(nodes)}.is_whole(); };
  CHECK(is_whole({node(Literal, {}, 0), node(Literal, {}, 1), node(And, {0, 1}, 0)}));
  CHECK_FALSE(is_whole({node(And, {0, 0}, 0)}));
  CHECK_FALSE(is_whole({node(Literal, {}, 0), node(And, {0}, 0)}));
  CHECK_FALSE(is_whole({node(Literal, {}, 0), node(Negate, {7}, 0)}));
  CHECK_FALSE(is_whole({node(Literal, {}, 0), node(Literal, {}, 1), node(And, {0, 1}, 1)}));
  CHECK_FALSE(is_whole({node(Literal, {}, 5)}));
  const auto step = [](PatternStep::Op op, std::int32_t value) { return PatternStep{op, value, 0}; };
  const auto runs = [](std::vector<PatternStep> steps) {
    Pattern pattern;
    pattern.steps = std::move(steps);
    return pattern.is_whole();
  };
  using Op = PatternStep::Op;
  CHECK(runs({step(Op::Letter, 'a'), step(Op::Done, 0)}));
  CHECK_FALSE(runs({}));
  CHECK_FALSE(runs({step(Op::Letter, 'a')}));
  CHECK_FALSE(runs({step(Op::Go, -1), step(Op::Done, 0)}));
  CHECK_FALSE(runs({step(Op::Go, 2), step(Op::Done, 0)}));
  CHECK_FALSE(runs({step(Op::Save, 2), step(Op::Done, 0)}));
  CHECK_FALSE(runs({step(Op::OneOf, 0), step(Op::Done, 0)}));
  CHECK_FALSE(runs({step(Op::Again, 1), step(Op::Done, 0)}));
}

TEST_CASE("a form that nobody published is no form") {
  Definition definition = every_definition();
  definition.form.elements[1].parent = 1;
  CHECK_FALSE(survey_form(definition).ok());
  definition = every_definition();
  for (FormElement& element : definition.form.elements) {
    if (element.choices) element.face.options.clear();
  }
  CHECK_FALSE(survey_form(definition).ok());
  CHECK_FALSE(survey_form(Definition()).ok());
}
