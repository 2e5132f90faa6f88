// Questions that ask again, in rows and panels: what they see, how many there are, what is sent and what is
// refused before it can run.
#include "plugins/feedback/model/coerce.hpp"
#include "plugins/feedback/model/form_list.hpp"
#include "plugins/feedback/model/form_run.hpp"
#include "tests/unit/plugins/survey_forms.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace alongside;
using namespace alongside::feedback;

namespace {

Value row(std::string_view name, Value answer) {
  Value made = Value::of_map();
  made.set(name, std::move(answer));
  return made;
}

Value two_rows(std::string_view name, Value first, Value second) {
  return Value::of_list({row(name, std::move(first)), row(name, std::move(second))});
}

std::string places_of(const std::vector<FormMistake>& mistakes) {
  std::string places;
  for (const FormMistake& mistake : mistakes) places += mistake.place + " " + std::string(name_of(mistake.fault)) + ";";
  return places;
}

std::string nested_panels(int depth) {
  std::string inner = R"({"type":"text","name":"a"})";
  for (int i = 0; i < depth; ++i) {
    inner = R"({"type":"paneldynamic","name":"p)" + std::to_string(i) + R"(","templateElements":[)" + inner + "]}";
  }
  return R"({"elements":[)" + inner + "]}";
}

}  // namespace

TEST_CASE("a cell shows by what is in its own row, and not in another") {
  const Form visits = testing::form_of(R"({"elements":[{"type":"matrixdynamic","name":"visits","columns":[
    {"name":"place","cellType":"text"},{"name":"why","cellType":"text","visibleIf":"{row.place} = 'hospital'"}]}]})");
  FormRun run(visits, 0);
  run.answer("visits", two_rows("place", Value::of_text("park"), Value::of_text("hospital")));
  const auto& rows = run.list_of(1)->items();
  REQUIRE(rows.size() == 2);
  CHECK_FALSE(rows[0]->shows(1));
  CHECK(rows[1]->shows(1));
}

TEST_CASE("there are as many rows as are answered, and before that as many as the definition says") {
  const Form table = testing::form_of(R"({"elements":[{"type":"matrixdynamic","name":"t","rowCount":3,"columns":[
    {"name":"a","cellType":"text"}]}]})");
  FormRun run(table, 0);
  CHECK(run.list_of(1)->items().size() == 3);
  run.answer("t", Value::of_list({row("a", Value::of_text("x"))}));
  CHECK(run.list_of(1)->items().size() == 1);
}

TEST_CASE("a panel counts from nought, a row from one, and both know what is around them") {
  const Form places = testing::form_of(R"({"elements":[{"type":"text","name":"more"},
    {"type":"paneldynamic","name":"p","panelCount":2,"templateElements":[
      {"type":"expression","name":"at","expression":"{panelIndex} + {more}"}]},
    {"type":"matrixdynamic","name":"t","rowCount":2,"columns":[
      {"name":"at","cellType":"expression","expression":"{rowIndex} + {more}"}]}]})");
  FormRun run(places, 0);
  run.answer("more", Value::of_number(10));
  Answers data = run.data();
  CHECK(to_number(*data["p"].items[1].find("at")) == 11);
  CHECK(to_number(*data["t"].items[1].find("at")) == 12);
}

TEST_CASE("what a new panel begins with is part of the answer") {
  const Form panels =
      testing::form_of(R"({"elements":[{"type":"paneldynamic","name":"p","panelCount":1,"templateElements":[
    {"type":"text","name":"a","defaultValue":"x"}]}]})");
  FormRun run(panels, 0);
  CHECK(text_of(*run.data()["p"].items[0].find("a")) == "x");
}

TEST_CASE("mistakes in rows and panels are told with their place") {
  const Form wrong = testing::form_of(R"({"elements":[{"type":"matrixdynamic","name":"t","keyName":"a","columns":[
    {"name":"a","cellType":"text"},{"name":"b","cellType":"text","isRequired":true}]},
    {"type":"paneldynamic","name":"p","panelCount":1,"templateElements":[
      {"type":"text","name":"a","requiredIf":"{panelIndex} = 0"}]}]})");
  FormRun run(wrong, 0);
  run.answer("t", two_rows("a", Value::of_text("X"), Value::of_text("x")));
  CHECK(places_of(run.mistakes()) ==
        "t[0].b required;t[1].b required;t[0].a same_twice;t[1].a same_twice;p[0].a required;");
}

TEST_CASE("a row that does not show is not sent, and neither is a question of a panel that does not show") {
  const Form hidden =
      testing::form_of(R"({"elements":[{"type":"matrixdynamic","name":"t","rowsVisibleIf":"{row.a} != 2",
    "columns":[{"name":"a","cellType":"text"}]},{"type":"paneldynamic","name":"p","templateElements":[
    {"type":"text","name":"a"},{"type":"text","name":"b","visibleIf":"{panel.a} = 1"}]}]})");
  FormRun run(hidden, 0);
  run.answer("t", two_rows("a", Value::of_number(1), Value::of_number(2)));
  Value panel = row("a", Value::of_number(2));
  panel.set("b", Value::of_text("x"));
  run.answer("p", Value::of_list({panel}));
  Answers data = run.data();
  CHECK(data["t"].items.size() == 1);
  CHECK(data["p"].items[0].find("b") == nullptr);
}

TEST_CASE("a condition outside sees into rows and panels") {
  const Form outside = testing::form_of(R"({"elements":[{"type":"matrixdynamic","name":"t","columns":[
    {"name":"a","cellType":"text"}]},{"type":"text","name":"b","visibleIf":"{t[1].a} = 'x'"}]})");
  FormRun run(outside, 0);
  CHECK_FALSE(run.shows(2));
  run.answer("t", two_rows("a", Value::of_text("y"), Value::of_text("x")));
  CHECK(run.shows(2));
}

TEST_CASE("ten thousand rows are refused, with the place") {
  const std::string column = R"("columns":[{"name":"a","cellType":"text"}])";
  CHECK(testing::refusal_of(R"({"elements":[{"type":"matrixdynamic","name":"t","rowCount":10000,)" + column + "}]}")
            .starts_with("elements[0].rowCount: write a number from 0 to 1000"));
  CHECK(testing::refusal_of(R"({"elements":[{"type":"paneldynamic","name":"p","minPanelCount":10000}]})")
            .starts_with("elements[0].minPanelCount: write a number from 0 to 100"));
}

TEST_CASE("ten thousand rows in an answer are kept, and no more than a thousand are run") {
  const Form table = testing::form_of(R"({"elements":[{"type":"matrixdynamic","name":"t","columns":[
    {"name":"a","cellType":"text","isRequired":true}]}]})");
  FormRun run(table, 0);
  run.answer("t", Value::of_list(std::vector<Value>(10000, row("b", Value::of_number(1)))));
  CHECK(run.list_of(1)->items().size() == 1000);
  CHECK(run.data()["t"].items.size() == 10000);
}

TEST_CASE("panels in panels in panels that ask for millions of questions are refused") {
  std::string inner = R"({"type":"text","name":"a"})";
  for (int i = 0; i < 3; ++i) {
    inner = R"({"type":"paneldynamic","name":"p)" + std::to_string(i) + R"(","panelCount":100,"templateElements":[)" +
            inner + "]}";
  }
  CHECK(testing::refusal_of(R"({"elements":[)" + inner + "]}").find("at most 20,000 questions") != std::string::npos);
}

TEST_CASE("dynamic panels more than four deep inside each other are refused, with the place") {
  CHECK(testing::refusal_of(nested_panels(4)).empty());
  CHECK(testing::refusal_of(nested_panels(5)).find("templateElements: put tables and dynamic panels at most 4 deep") !=
        std::string::npos);
}

TEST_CASE("a mistake in a template is told with its place") {
  CHECK(testing::refusal_of(
            R"({"elements":[{"type":"matrixdynamic","name":"t","columns":[{"name":"a","cellType":"hologram"}]}]})")
            .starts_with("elements[0].columns[0].cellType: we know no cell"));
  CHECK(testing::refusal_of(R"({"elements":[{"type":"paneldynamic","name":"p","templateElements":[
    {"type":"text","name":"a","visibleIf":"{panel.b"}]}]})")
            .starts_with("elements[0].templateElements[0].visibleIf: character 1"));
}
