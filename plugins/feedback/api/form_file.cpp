#include "plugins/feedback/api/form_file.hpp"

#include "plugins/feedback/api/form_elements.hpp"
#include "plugins/feedback/api/form_rules.hpp"
#include "plugins/feedback/api/form_templates.hpp"
#include "plugins/feedback/api/survey_wide.hpp"

namespace alongside::feedback {

Result<Form> read_form(const server::JsonValue& json) {
  server::JsonMistakes mistakes;
  const FormPlace top(json, "", mistakes);
  FormRoom room;
  ElementReader reader(read_survey_wide(top), room, 0);
  if (top.has("pages")) {
    for (const FormPlace& page : top.list("pages")) reader.page(page);
  } else {
    reader.only_page(top);
  }
  Form form;
  form.title = top.localised("title");
  const std::string at_once = top.words("questionsOnPageMode");
  if (at_once == "standard") form.at_once = AskAtOnce::Page;
  if (at_once == "singlePage") form.at_once = AskAtOnce::Everything;
  form.elements = reader.take();
  form.calculated = read_calculated(top);
  form.triggers = read_triggers(top);
  if (room.elements > Form::most_elements) mistakes.add("pages", "ask at most 5,000 questions");
  if (room.options > FormRoom::most_options) {
    mistakes.add("pages", "offer fewer choices and rows: at most 20,000 in all questions together");
  }
  if (asked_at_first(form.elements) > FormTemplate::most_asked) {
    mistakes.add("pages", "ask for fewer rows and panels: at most 20,000 questions in all of them together");
  }
  if (!mistakes.none()) return Error{ErrorCode::InvalidInput, mistakes.report()};
  return form;
}

}  // namespace alongside::feedback
