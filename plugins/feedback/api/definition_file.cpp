#include "plugins/feedback/api/definition_file.hpp"

#include "app/server/json_fields.hpp"
#include "plugins/feedback/api/form_file.hpp"
#include "plugins/feedback/api/publish_check.hpp"
#include "plugins/feedback/api/question_file.hpp"
#include "plugins/feedback/model/definition_check.hpp"
#include "plugins/feedback/model/expression.hpp"

#include <array>

namespace alongside::feedback {
namespace {

using server::JsonFields;
using server::JsonKind;
using server::JsonMistakes;
using server::JsonValue;

// How SurveyJS would draw it. We draw it our own way, so these mean nothing here.
constexpr std::array<std::string_view, 16> looks{"$schema",
                                                 "completeText",
                                                 "completedHtml",
                                                 "fitToContainer",
                                                 "headerView",
                                                 "locale",
                                                 "logo",
                                                 "logoPosition",
                                                 "pageNextText",
                                                 "pagePrevText",
                                                 "progressBarType",
                                                 "questionsOnPageMode",
                                                 "showProgressBar",
                                                 "showQuestionNumbers",
                                                 "showTitle",
                                                 "widthMode"};

void read_ours(JsonFields ours, Definition& definition) {
  const Result<SurveyId> survey = SurveyId::parse(ours.text("survey", {36, "write the survey's id, a UUID"}));
  if (survey.ok())
    definition.survey = survey.value();
  else
    ours.mistake("survey", "write the survey's id, a UUID");
  const std::string often = ours.optional_text("answers");
  definition.how_often = often == "once" ? HowOften::Once : HowOften::AsTheyLike;
  if (!often.empty() && often != "once" && often != "as they like") {
    ours.mistake("answers", "write once or as they like");
  }
  const std::string about = ours.optional_text("about");
  definition.about = about == "visit" ? About::Visit : About::Anything;
  if (!about.empty() && about != "visit" && about != "anything") ours.mistake("about", "write visit or anything");
  ours.finish();
}

SurveyPage read_page(JsonFields fields, std::size_t number, JsonMistakes& mistakes) {
  SurveyPage page;
  page.name = fields.optional_text("name");
  if (page.name.empty()) page.name = "page" + std::to_string(number + 1);
  page.title = words(fields, "title");
  page.visible_if =
      fields.optional_text("visibleIf", {Expression::most_bytes, "keep a condition under 10,000 characters"});
  page.questions = read_questions(fields, mistakes);
  fields.finish();
  return page;
}

}  // namespace

Value value_of_json(const JsonValue& json) {
  switch (json.kind) {
    case JsonKind::Text: return Value::of_text(json.text);
    case JsonKind::Integer:
    case JsonKind::Real: return Value::of_number(json.real);
    case JsonKind::Boolean: return Value::of_truth(json.boolean);
    case JsonKind::Array: {
      std::vector<Value> items;
      for (const JsonValue& item : json.items) items.push_back(value_of_json(item));
      return Value::of_list(std::move(items));
    }
    case JsonKind::Object: {
      Value map = Value::of_map();
      for (const auto& [name, item] : json.members) map.set(name, value_of_json(item));
      return map;
    }
    case JsonKind::Null: break;
  }
  return Value::of_null();
}

Result<Definition> parse_definition(const JsonValue& json, Purpose purpose) {
  JsonMistakes mistakes;
  JsonFields fields(json, "", mistakes);
  Definition definition;
  if (purpose == Purpose::Publishing || json.find("alongside") != nullptr) {
    read_ours(fields.object("alongside"), definition);
  }
  definition.title = words(fields, "title");
  for (const std::string_view look : looks) fields.optional(look);
  if (json.find("pages") != nullptr) {
    std::size_t number = 0;
    for (const JsonValue& page : fields.array("pages", 1, 200)) {
      definition.pages.push_back(
          read_page(JsonFields(page, "pages[" + std::to_string(number) + "]", mistakes), number, mistakes));
      ++number;
    }
  } else {
    definition.pages.push_back({"page1", {}, {}, read_questions(fields, mistakes), {}});
  }
  fields.finish();
  if (!mistakes.none()) return Error{ErrorCode::InvalidInput, mistakes.report()};
  ALONGSIDE_TRY(check_definition(definition));
  return definition;
}

Result<Definition> read_definition(const JsonValue& json) {
  Result<Definition> simple = parse_definition(json, Purpose::Publishing);
  if (simple.ok()) return simple;
  JsonMistakes mistakes;
  JsonFields fields(json, "", mistakes);
  Definition definition;
  read_ours(fields.object("alongside"), definition);
  Result<Form> form = read_form(json);
  std::string report = mistakes.report();
  if (!form.ok()) return Error{ErrorCode::InvalidInput, report + form.error().detail};
  definition.form = std::move(form).value();
  definition.title = {definition.form.title.en, definition.form.title.cy};
  report += publish_mistakes(definition);
  if (!report.empty()) return Error{ErrorCode::InvalidInput, report};
  return definition;
}

}  // namespace alongside::feedback
