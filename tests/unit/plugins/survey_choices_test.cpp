// Choices that come and go: what can be chosen, and what becomes of an answer that cannot be any more.
#include "plugins/feedback/model/coerce.hpp"
#include "plugins/feedback/model/form_list.hpp"
#include "plugins/feedback/model/form_run.hpp"
#include "tests/unit/plugins/survey_forms.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace alongside;
using namespace alongside::feedback;

namespace {

Value several(std::initializer_list<const char*> words) {
  Value value = Value::of_list({});
  for (const char* word : words) value.items.push_back(Value::of_text(word));
  return value;
}

// The words of the choices that show, one after another.
std::string on_offer(const FormRun& run, std::size_t question) {
  std::string words;
  const FormChoices* choices = run.choices_of(question);
  REQUIRE(choices != nullptr);
  for (std::size_t i = 0; i < choices->set().choices.size(); ++i) {
    if (choices->shows(i)) words += (words.empty() ? "" : " ") + to_words(choices->set().choices[i].value);
  }
  return words;
}

}  // namespace

TEST_CASE("a choice shows by its own condition, and by that of all where it has none") {
  const Form two = testing::form_of(R"({"elements":[{"type":"text","name":"age"},{"type":"radiogroup","name":"what",
    "choicesVisibleIf":"{age} > 10","choices":["swim",{"value":"play","visibleIf":"{age} < 5"},"climb"]}]})");
  FormRun run(two, 0);
  run.answer("age", Value::of_number(12));
  CHECK(on_offer(run, 2) == "swim climb");
  run.answer("age", Value::of_number(3));
  CHECK(on_offer(run, 2) == "play");
}

TEST_CASE("a condition can name the choice itself") {
  const Form second = testing::form_of(R"({"elements":[{"type":"checkbox","name":"liked","choices":["a","b","c"]},
    {"type":"dropdown","name":"most","choices":["a","b","c"],"choicesVisibleIf":"{liked} contains {item}"}]})");
  FormRun run(second, 0);
  run.answer("liked", several({"c", "a"}));
  CHECK(on_offer(run, 2) == "a c");
}

TEST_CASE("an answer goes when its choice goes, and what depends on it follows") {
  const Form asked = testing::form_of(R"({"elements":[{"type":"text","name":"age"},
    {"type":"radiogroup","name":"what","choices":["swim",{"value":"play","visibleIf":"{age} < 5"}]},
    {"type":"text","name":"toys","visibleIf":"{what} = 'play'"}]})");
  FormRun run(asked, 0);
  run.answer("age", Value::of_number(3));
  run.answer("what", Value::of_text("play"));
  CHECK(run.shows(3));
  run.answer("age", Value::of_number(9));
  CHECK(run.is_blank(2));
  CHECK_FALSE(run.shows(3));
  CHECK_FALSE(run.data().contains("what"));
}

TEST_CASE("of several answers only those go that cannot be chosen, and come back with their choice") {
  const Form asked = testing::form_of(R"({"elements":[{"type":"boolean","name":"pool"},
    {"type":"checkbox","name":"what","choices":["draw",{"value":"swim","visibleIf":"{pool} = true"}]}]})");
  FormRun run(asked, 0);
  run.answer("pool", Value::of_truth(true));
  run.answer("what", several({"swim", "draw"}));
  run.answer("pool", Value::of_truth(false));
  CHECK(to_words(run.value_of(2)) == to_words(several({"draw"})));
  run.answer("pool", Value::of_truth(true));
  CHECK(to_words(run.value_of(2)) == to_words(several({"draw", "swim"})));
}

TEST_CASE("what somebody chose since then is not put back") {
  const Form asked = testing::form_of(R"({"elements":[{"type":"boolean","name":"pool"},
    {"type":"checkbox","name":"what","choices":["draw","run",{"value":"swim","visibleIf":"{pool} = true"}]}]})");
  FormRun run(asked, 0);
  run.answer("pool", Value::of_truth(true));
  run.answer("what", several({"swim", "draw"}));
  run.answer("pool", Value::of_truth(false));
  run.answer("what", several({"run"}));
  run.answer("pool", Value::of_truth(true));
  CHECK(to_words(run.value_of(2)) == to_words(several({"run"})));
}

TEST_CASE("an answer that is no choice is none when a survey is checked and sent") {
  const Form asked =
      testing::form_of(R"({"elements":[{"type":"radiogroup","name":"a","isRequired":true,"choices":["x"]}]})");
  FormRun run(asked, 0);
  run.answer("a", Value::of_text("made up"));
  const auto mistakes = run.mistakes();
  REQUIRE(mistakes.size() == 1);
  CHECK(mistakes[0].fault == FormFault::Required);
  CHECK(run.data().empty());
}

TEST_CASE("where somebody may write a choice of their own, any answer stays") {
  for (const char* own : {R"("showOtherItem":true,"storeOthersAsComment":false)", R"("allowCustomChoices":true)"}) {
    CAPTURE(own);
    const Form asked =
        testing::form_of(R"({"elements":[{"type":"dropdown","name":"a","choices":["x"],)" + std::string(own) + "}]}");
    FormRun run(asked, 0);
    run.answer("a", Value::of_text("mine"));
    CHECK(run.mistakes().empty());
    CHECK(text_of(run.data()["a"]) == "mine");
  }
}

TEST_CASE("a question with nothing to choose hides where the survey says so") {
  const Form asked = testing::form_of(
      R"({"elements":[{"type":"text","name":"age"},{"type":"radiogroup","name":"what","isRequired":true,
    "hideIfChoicesEmpty":true,"choicesVisibleIf":"{age} > 10","choices":["swim"]}]})");
  FormRun run(asked, 0);
  CHECK_FALSE(run.shows(2));
  CHECK(run.mistakes().empty());
  run.answer("age", Value::of_number(11));
  CHECK(run.shows(2));
}

TEST_CASE("in a row of a table, choices follow the row") {
  const Form asked =
      testing::form_of(R"({"elements":[{"type":"matrixdynamic","name":"days","rowCount":1,"choices":["a","b"],
    "columns":[{"name":"who","cellType":"text"},{"name":"how","choicesVisibleIf":"{row.who} = {item}"}]}]})");
  FormRun run(asked, 0);
  Value row = Value::of_map();
  row.set("who", Value::of_text("b"));
  run.answer("days", Value::of_list({row}));
  const FormChoices* choices = run.list_of(1)->items()[0]->choices_of(1);
  REQUIRE(choices != nullptr);
  CHECK_FALSE(choices->shows(0));
  CHECK(choices->shows(1));
}

TEST_CASE("what cannot come and go is refused with its place, and what to do instead") {
  CHECK(testing::refusal_of(R"({"elements":[{"type":"ranking","name":"a","choices":[{"value":1,"visibleIf":"{b}"}]}]})")
            .find("choices[0].visibleIf") != std::string::npos);
  CHECK(testing::refusal_of(R"({"elements":[{"type":"matrix","name":"a","rows":[{"value":1,"visibleIf":"{b}"}]}]})")
            .find("rows[0].visibleIf") != std::string::npos);
  CHECK(testing::refusal_of(
            R"({"elements":[{"type":"dropdown","name":"a","choicesByUrl":{"url":"https://example.org"}}]})")
            .find("choicesByUrl") != std::string::npos);
  CHECK(testing::refusal_of(R"({"elements":[{"type":"dropdown","name":"a","choices":[{"value":1,"enableIf":"{b"}]}]})")
            .find("choices[0].enableIf") != std::string::npos);
  CHECK(testing::refusal_of(R"({"elements":[{"type":"matrixdynamic","name":"a","rowCountExpression":"{b}"}]})")
            .find("rowCountExpression") != std::string::npos);
}

TEST_CASE("a calculated value that came to nothing is null, which an empty list is not equal to") {
  const Form form = testing::form_of(R"({"elements":[{"type":"tagbox","name":"many","choices":["a"]},
    {"type":"text","name":"asked","requiredIf":"{calc} <= {many}"},{"type":"text","name":"from"}],
    "calculatedValues":[{"name":"calc","expression":"{from}"}]})");
  FormRun run(form, 0);
  run.answer("from", Value::of_text("x"));
  run.answer("from", {});
  CHECK_FALSE(run.must_be_answered(1));
}

TEST_CASE("an answer to a question that hides for want of choices is one answer of its panel") {
  const Form form = testing::form_of(R"({"elements":[{"type":"panel","name":"panel","isRequired":true,"elements":[
    {"type":"tagbox","name":"many","hideIfChoicesEmpty":true,"choices":["a"],"choicesVisibleIf":"{other} = 'x'"},
    {"type":"text","name":"words"}]}]})");
  FormRun run(form, 0);
  CHECK(run.mistakes().size() == 1);
  run.answer("many", Value::of_list({Value::of_text("b")}));
  CHECK(run.mistakes().empty());
}

TEST_CASE("a panel whose only question hides for want of choices wants no answer") {
  const Form form = testing::form_of(R"({"elements":[{"type":"panel","name":"panel","isRequired":true,"elements":[
    {"type":"tagbox","name":"many","hideIfChoicesEmpty":true,"choices":["a"],"choicesVisibleIf":"{other} = 'x'"}]}]})");
  CHECK(FormRun(form, 0).mistakes().empty());
}
