// A whole SurveyJS definition as a form that runs: what answers set off, and what is refused before it can.
#include "plugins/feedback/model/coerce.hpp"
#include "plugins/feedback/model/form_run.hpp"
#include "tests/unit/plugins/survey_forms.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace alongside;
using namespace alongside::feedback;

namespace {

bool refused_at(const std::string& json, const std::string& place) {
  return testing::refusal_of(json).find(place) != std::string::npos;
}

}  // namespace

TEST_CASE("a question shows only when its condition is true itself, with the page and panel around it") {
  const Form shown = testing::form_of(R"({"pages":[{"name":"p","visibleIf":"{a} = 1","elements":[
    {"type":"panel","name":"q","elements":[{"type":"text","name":"b","visibleIf":"{c}"}]}]},
    {"name":"r","elements":[{"type":"text","name":"a"},{"type":"text","name":"c"}]}]})");
  FormRun run(shown, 0);
  CHECK_FALSE(run.shows(2));
  run.answer("a", Value::of_number(1));
  run.answer("c", Value::of_number(1));
  CHECK_FALSE(run.shows(2));  // 1 is not true
  run.answer("c", Value::of_truth(true));
  CHECK_FALSE(run.shows(2));  // and as an answer the two are the same: nobody is told
  run.answer("c", Value::of_truth(false));
  run.answer("c", Value::of_truth(true));
  CHECK(run.shows(2));
  run.answer("a", Value::of_number(2));
  CHECK_FALSE(run.shows(2));
}

TEST_CASE("triggers set, copy and show, and those that set off each other come to rest") {
  const Form triggers = testing::form_of(
      R"({"elements":[{"type":"text","name":"a"},{"type":"text","name":"b"},{"type":"text","name":"c"}],
    "triggers":[{"type":"setvalue","expression":"{a} = 1","setToName":"b","setValue":"x"},
                {"type":"copyvalue","expression":"{b} = 'x'","fromName":"a","setToName":"c"},
                {"type":"runexpression","expression":"{c} notempty","runExpression":"{c} + 1","setToName":"c"}]})");
  FormRun run(triggers, 0);
  run.answer("a", Value::of_number(1));
  CHECK(text_of(run.data()["b"]) == "x");
  CHECK(to_number(run.data()["c"]) < 10);
}

TEST_CASE("however often somebody changes their mind, the next answer counts as well") {
  const Form form = testing::form_of(R"({"elements":[{"type":"text","name":"a"},{"type":"text","name":"b",
    "visibleIf":"{a} = 12000"}]})");
  FormRun run(form, 0);
  for (int i = 1; i <= 12000; ++i) run.answer("a", Value::of_number(i));
  CHECK(to_number(run.data()["a"]) == 12000);
  CHECK(run.shows(1));
}

TEST_CASE("calculated values follow the answers, and each other") {
  const Form sums = testing::form_of(R"({"elements":[{"type":"text","name":"a"}],"calculatedValues":[
    {"name":"twice","expression":"{once} * 2","includeIntoResult":true},{"name":"once","expression":"{a} + 1"}]})");
  FormRun run(sums, 0);
  run.answer("a", Value::of_number(4));
  CHECK(to_number(run.data()["twice"]) == 10);
  CHECK_FALSE(run.data().contains("once"));
}

TEST_CASE("what is wrong is told once, and never of what does not show or may not be changed") {
  const Form wrong = testing::form_of(R"({"elements":[{"type":"text","name":"a","isRequired":true},
    {"type":"text","name":"b","isRequired":true,"visibleIf":"{a} = 1"},{"type":"text","name":"c","isRequired":true,"readOnly":true},
    {"type":"text","name":"d","validators":[{"type":"regex","regex":"^\\d+$"},{"type":"numeric","maxValue":5}]}]})");
  FormRun run(wrong, 0);
  run.answer("d", Value::of_text("x"));
  const auto mistakes = run.mistakes();
  REQUIRE(mistakes.size() == 3);
  CHECK(mistakes[0].fault == FormFault::Required);
  CHECK(mistakes[1].fault == FormFault::Validator);
  CHECK(mistakes[2].fault == FormFault::NotANumber);
}

TEST_CASE("what does not show is not sent") {
  const Form hidden =
      testing::form_of(R"({"elements":[{"type":"text","name":"a"},{"type":"text","name":"b","visibleIf":"{a} = 1"}]})");
  FormRun run(hidden, 0);
  run.answer("a", Value::of_number(1));
  run.answer("b", Value::of_text("x"));
  CHECK(run.data().size() == 2);
  run.answer("a", Value::of_number(2));
  CHECK(run.data().size() == 1);
}

TEST_CASE("a definition that cannot be run is refused with the place of each mistake") {
  CHECK(refused_at(R"({"elements":[{"type":"text","name":"a","visibleIf":"{a"}]})",
                   "elements[0].visibleIf: character 1"));
  CHECK(refused_at(R"({"elements":[{"type":"text","name":"a"},{"type":"text","name":"A"}]})", "elements[1].name"));
  CHECK(refused_at(R"({"elements":[{"type":"hologram","name":"a"}]})", "elements[0].type"));
  CHECK(refused_at(R"({"elements":[],"triggers":[{"type":"explode"}]})", "triggers[0].type"));
  CHECK(refused_at(R"({"elements":[{"type":"text","name":"a","validators":[{"type":"regex","regex":"(a"}]}]})",
                   "elements[0].validators[0].regex: character 3"));
  for (const char* html : {"<script>x</script>", "<img src=x onerror=alert(1)>", "<a href='JavaScript:x'>"}) {
    CHECK(refused_at(std::string(R"({"elements":[{"type":"html","name":"a","html":")") + html + R"("}]})",
                     "elements[0].html"));
  }
  CHECK(testing::refusal_of(R"({"elements":[{"type":"html","name":"a","html":"<b>one = once</b>"}]})").empty());
}

TEST_CASE("ten thousand questions are refused") {
  std::string many = R"({"elements":[)";
  for (int i = 0; i < 10000; ++i)
    many += (i > 0 ? "," : "") + (R"({"type":"text","name":"q)" + std::to_string(i)) + R"("})";
  CHECK(refused_at(many + "]}", "ask at most 5,000 questions"));
}

TEST_CASE("types that other governments add to SurveyJS are asked in its own") {
  const Form form = testing::form_of(R"({"elements":[
    {"type":"infotext","name":"intro","title":"Before you begin","body":"Have the letter at hand"},
    {"type":"yesno","name":"lawyer","title":"Do you have a lawyer?"},
    {"type":"personname","name":"who","visibleIf":"{lawyer} = 'y'"},
    {"type":"contactinfo","name":"reach","labelPhone":"Daytime phone"},
    {"type":"address","name":"home"}]})");
  REQUIRE(form.elements.size() == 6);
  CHECK(form.elements[1].face.title.en == "Before you begin\nHave the letter at hand");
  CHECK(form.elements[4].face.rows[0].words.en == "Daytime phone");
  FormRun run(form, 0);
  CHECK_FALSE(run.shows(3));
  run.answer("lawyer", Value::of_text("y"));
  CHECK(run.shows(3));
}
