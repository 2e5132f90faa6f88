// The order in which a survey does things, where it can be seen: rows and panels that are made because somebody looks
// into them, what begins anew, who is told of a change. Each was once a difference from survey-core.
#include "plugins/feedback/model/coerce.hpp"
#include "plugins/feedback/model/form_list.hpp"
#include "plugins/feedback/model/form_run.hpp"
#include "plugins/feedback/model/loose.hpp"
#include "tests/unit/plugins/survey_forms.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace alongside;
using namespace alongside::feedback;

namespace {

Value row(std::string_view name, Value answer, std::string_view another = {}) {
  Value made = Value::of_map();
  if (!another.empty()) made.set(another, answer);
  made.set(name, std::move(answer));
  return made;
}

}  // namespace

TEST_CASE("a name that leads into a table makes its rows, before the panel around it is closed") {
  const Form form = testing::form_of(R"({"elements":[
    {"type":"text","name":"who","enableIf":"{t[0].c} notempty"},
    {"type":"panel","name":"p","enableIf":"{who} notempty","elements":[
      {"type":"matrixdynamic","name":"t","columns":[{"name":"c","cellType":"expression","expression":"{rowIndex} * 2"}]}]}]})");
  Answers data = FormRun(form, 0).data();
  REQUIRE(data["t"].items.size() == 2);
  CHECK(to_number(*data["t"].items[1].find("c")) == 4);
}

TEST_CASE("a name that leads into a dynamic panel makes its panels") {
  const Form form = testing::form_of(R"({"elements":[{"type":"paneldynamic","name":"p","panelCount":1,
    "enableIf":"{p[0].c} > 5","templateElements":[{"type":"expression","name":"c","expression":"{panelIndex} + 1"}]}]})");
  Answers data = FormRun(form, 0).data();
  CHECK(to_number(*data["p"].items[0].find("c")) == 1);
}

TEST_CASE(
    "where the rows of a table that nobody looks into are closed from the start, what they work out stays empty") {
  const Form form = testing::form_of(R"({"elements":[
    {"type":"panel","name":"p","enableIf":"{who} notempty","elements":[
      {"type":"matrixdynamic","name":"t","columns":[{"name":"c","cellType":"expression","expression":"{rowIndex} * 2"}]}]}]})");
  CHECK(FormRun(form, 0).data().empty());
}

TEST_CASE("a table that a condition opens makes its rows at once, before the panel around it is closed") {
  const Form form = testing::form_of(R"({"elements":[
    {"type":"panel","name":"p","enableIf":"{who} notempty","elements":[
      {"type":"matrixdropdown","name":"t","readOnly":true,"enableIf":"{who} <> 'x'","rows":["r"],
       "columns":[{"name":"c","cellType":"expression","expression":"{rowIndex} * 2"}]}]}]})");
  Answers data = FormRun(form, 0).data();
  REQUIRE(data["t"].find("r") != nullptr);
  CHECK(to_number(*data["t"].find("r")->find("c")) == 2);
}

TEST_CASE("the beginning of a hexadecimal number is none") {
  const Form form = testing::form_of(R"({"elements":[
    {"type":"text","name":"a","validators":[{"type":"numeric"}]}]})");
  FormRun run(form, 0);
  run.answer("a", Value::of_text("0x"));
  REQUIRE(run.mistakes().size() == 1);
  CHECK(run.mistakes()[0].fault == FormFault::NotANumber);
  run.answer("a", Value::of_text("0x1F"));
  CHECK(run.mistakes().empty());
}

TEST_CASE("there are never fewer panels than the fewest, whatever the answer begins with") {
  const Form form = testing::form_of(R"({"elements":[{"type":"paneldynamic","name":"p","minPanelCount":2,
    "defaultValue":[{"a":"x"}],"templateElements":[{"type":"text","name":"a"}]}]})");
  CHECK(FormRun(form, 0).data()["p"].items.size() == 2);
}

TEST_CASE("a box for numbers makes a number of what is typed into its row, and nothing of words") {
  const Form form = testing::form_of(R"({"elements":[{"type":"matrixdynamic","name":"t","columns":[
    {"name":"a","cellType":"text","inputType":"number"}]}]})");
  FormRun run(form, 0);
  run.answer("t", Value::of_list({row("a", Value::of_text("1"))}));
  CHECK(*run.data()["t"].items[0].find("a") == Value::of_number(1));
  run.answer("t", Value::of_list({row("a", Value::of_text("2")), row("a", Value::of_number(3)), Value::of_map()}));
  run.answer("t", Value::of_list({row("a", Value::of_text("words"))}));
  CHECK(run.data().empty());
}

TEST_CASE("a list that is put into a text becomes its words") {
  const Form form = testing::form_of(R"({"elements":[
    {"type":"checkbox","name":"who","choices":["mum","dad"]},
    {"type":"text","name":"words","setValueExpression":"{who}"}]})");
  FormRun run(form, 0);
  run.answer("who", Value::of_list({Value::of_text("mum"), Value::of_text("dad")}));
  CHECK(run.data()["words"] == Value::of_text("mum, dad"));
}

TEST_CASE("an answer that is the same number in words is kept, and nobody is told") {
  const Form form = testing::form_of(R"({"elements":[
    {"type":"text","name":"cost"},{"type":"text","name":"twice","setValueExpression":"{cost} + {cost}"}]})");
  FormRun run(form, 0);
  run.answer("cost", Value::of_number(1));
  run.answer("twice", Value::of_text("mine"));
  run.answer("cost", Value::of_text("1"));
  CHECK(run.data()["cost"] == Value::of_text("1"));
  CHECK(run.data()["twice"] == Value::of_text("mine"));
}

TEST_CASE("a question in a new panel sees what one behind it begins with") {
  const Form form =
      testing::form_of(R"json({"elements":[{"type":"paneldynamic","name":"p","panelCount":1,"templateElements":[
    {"type":"expression","name":"c","expression":"iif({panel.d} = 'x', 'seen', 'not seen')","enableIf":"{open} notempty"},
    {"type":"text","name":"d","defaultValue":"x"}]}]})json");
  CHECK(*FormRun(form, 0).data()["p"].items[0].find("c") == Value::of_text("seen"));
}

TEST_CASE("a panel that shows again begins anew where nothing is said") {
  const Form form = testing::form_of(R"({"elements":[{"type":"text","name":"ask"},
    {"type":"panel","name":"p","visibleIf":"{ask} != 'no'","elements":[{"type":"text","name":"a","defaultValue":"x"}]}]})");
  FormRun run(form, 0);
  run.answer("a", Value());
  run.answer("ask", Value::of_text("no"));
  CHECK(run.values().count("a") == 0);
  run.answer("ask", Value::of_text("yes"));
  CHECK(run.values().at("a") == Value::of_text("x"));
}

TEST_CASE("an answer that is looked at before a trigger may complete has its rows made") {
  const Form form = testing::form_of(R"({"elements":[{"type":"paneldynamic","name":"p","enableIf":"{who} notempty",
    "defaultValue":[{}],"templateElements":[{"type":"expression","name":"c","expression":"{panelIndex} + 1"}]}],
    "triggers":[{"type":"complete","expression":"{who} = 'me'"}]})");
  CHECK(to_number(*FormRun(form, 0).data()["p"].items[0].find("c")) == 0);  // in no place while it is made
}

TEST_CASE("rows are made by the right side of a condition too, though the left side decides it") {
  const Form form = testing::form_of(R"({"elements":[
    {"type":"text","name":"who","visibleIf":"{gone} = 1 and {t[0].c} empty"},
    {"type":"panel","name":"p","enableIf":"{gone} notempty","elements":[
      {"type":"matrixdynamic","name":"t","columns":[{"name":"c","cellType":"expression","expression":"{rowIndex}"}]}]}]})");
  CHECK(FormRun(form, 0).data()["t"].items.size() == 2);
}

TEST_CASE("a panel in which the first question shows again begins anew") {
  const Form form = testing::form_of(R"({"elements":[{"type":"text","name":"ask"},
    {"type":"paneldynamic","name":"p","panelCount":1,"templateElements":[
      {"type":"text","name":"a","visibleIf":"{ask} = 'yes'"},
      {"type":"text","name":"b","defaultValue":"x","visibleIf":"{gone} = 1","clearIfInvisible":"none"}]}]})");
  FormRun run(form, 0);
  run.answer("p", Value::of_list({Value::of_map()}));
  run.answer("ask", Value::of_text("yes"));
  CHECK(*run.data()["p"].items[0].find("b") == Value::of_text("x"));
}

TEST_CASE("an answer that is no choice is dropped too where it shows only because another one was dropped") {
  const Form form = testing::form_of(R"({"elements":[
    {"type":"radiogroup","name":"first","visibleIf":"{second} empty","choices":["a"]},
    {"type":"radiogroup","name":"second","choices":["a"]}]})");
  FormRun run(form, 0);
  run.answer("first", Value::of_text("gone"));
  run.answer("second", Value::of_text("gone"));
  CHECK(run.data().empty());
}

TEST_CASE("what is worked out from itself is not worked out once more in what its own result sets off") {
  const Form form = testing::form_of(R"({"elements":[{"type":"matrixdynamic","name":"t","columns":[
    {"name":"c1","cellType":"boolean","defaultValue":false},
    {"name":"c2","cellType":"expression","expression":"{row.c2} <= {row.c1}"}]}]})");
  Answers data = FormRun(form, 0).data();
  REQUIRE(data["t"].items.size() == 2);
  for (const Value& each : data["t"].items) CHECK(same_answer(each, row("c1", Value::of_truth(false), "c2")));
  const Form named = testing::form_of(R"x({"elements":[
    {"type":"matrixdropdown","name":"t","rows":["r1","r2"],"defaultValue":{"r1":{"c1":"b"}},"columns":[
      {"name":"c2","cellType":"expression","expression":"iif({row.c2} > {t}, {row.c1}, {word})"}]},
    {"type":"comment","name":"word","defaultValue":"abc"}]})x");
  Answers rows = FormRun(named, 0).data();
  REQUIRE(rows["t"].find("r2") != nullptr);
  CHECK(same_answer(*rows["t"].find("r2"), row("c2", Value::of_text("abc"))));
}

TEST_CASE("panels into which somebody looks before they begin are an answer only where so many are asked for") {
  const auto data_with = [](const std::string& counts) {
    const Form form = testing::form_of(R"({"elements":[
      {"type":"slider","name":"s","defaultValue":22},
      {"type":"paneldynamic","name":"p",)" +
                                       counts + R"(,"templateElements":[{"type":"text","name":"a"}]},
      {"type":"matrixdropdown","name":"t","rows":["r1"],"columns":[
        {"name":"c","cellType":"text","enableIf":"{p[0].a} empty"}]}],
      "triggers":[{"type":"skip","expression":"{s} > {t.r1.c}","gotoName":"t"}]})");
    return FormRun(form, 0).data();
  };
  CHECK_FALSE(data_with(R"("minPanelCount":2)").contains("p"));
  CHECK(data_with(R"("panelCount":1)")["p"].items.size() == 1);
  CHECK(data_with(R"("panelCount":1,"minPanelCount":2)")["p"].items.size() == 1);
}

TEST_CASE("a panel that comes back begins nothing while nothing in it shows") {
  const Form form = testing::form_of(R"({"elements":[
    {"type":"paneldynamic","name":"p","minPanelCount":1,"templateVisibleIf":"{ask} notempty","templateElements":[
      {"type":"text","name":"a","visibleIf":"{panel.a} contains 2","defaultValue":"x"}]},
    {"type":"text","name":"ask"}]})");
  FormRun run(form, 0);
  run.answer("p", Value::of_list({}));
  run.answer("ask", Value::of_text("yes"));
  CHECK_FALSE(run.data().contains("p"));
}

TEST_CASE("a table with nothing in it is as one that nobody has filled in") {
  const Form form = testing::form_of(R"({"elements":[{"type":"matrix","name":"t","rows":["r"],"columns":["c"]},
    {"type":"text","name":"done"}],
    "triggers":[{"type":"setvalue","expression":"{t} <= {nobody}","setToName":"done","setValue":"yes"}]})");
  FormRun run(form, 0);
  run.answer("t", Value::of_map());
  CHECK(run.data()["done"] == Value::of_text("yes"));
}
