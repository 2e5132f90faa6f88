#include "plugins/feedback/api/convert/limesurvey.hpp"

#include "plugins/feedback/api/convert/lss_names.hpp"
#include "plugins/feedback/api/convert/lss_question.hpp"
#include "plugins/feedback/api/convert/lss_survey.hpp"
#include "plugins/feedback/api/convert/made_json.hpp"

#include <utility>

namespace alongside::feedback {
namespace {

using server::JsonValue;

class LssReader {
 public:
  explicit LssReader(LssSurvey survey) : survey_(std::move(survey)) {}

  Result<Converted> run() {
    for (LssGroup& group : survey_.groups) {
      for (LssQuestion& question : group.questions) note(question);
    }
    JsonValue definition = made_object(), pages = made_list();
    put_words(definition, "title", survey_.title);
    for (const LssGroup& group : survey_.groups) {
      JsonValue made = page(group, pages.items.empty() ? survey_.welcome : wire::Bilingual());
      if (!made.members.empty()) pages.items.push_back(std::move(made));
      if (choices_ > ConvertLimits::most_choices)
        return Error{ErrorCode::TooLarge, "there are more than 100,000 choices in all questions"};
    }
    put(definition, "pages", std::move(pages));
    note_the_rest();
    made_.definition = std::move(definition);
    return std::move(made_);
  }

 private:
  // Before anything asks for it. Codes are to be different, and are not always.
  void note(LssQuestion& question) {
    if (names_.find(question.code) != nullptr)
      made_.leave_out(place(question), "another question has this code; conditions ask for the first");
    LssName& name = names_.add(question.code);
    question.code = name.ours;
    name.is_several = question.type == "M" || question.type == "P";
    for (const LssOption& part : question.parts) name.parts.insert(part.code);
    name.is_lost = !is_carried(question.type);
  }

  static std::string place(const LssQuestion& question) { return "question " + question.code; }

  JsonValue page(const LssGroup& group, const wire::Bilingual& welcome) {
    JsonValue elements = made_list();
    if (!welcome.en.empty() || !welcome.cy.empty()) elements.items.push_back(said(names_.add("welcome").ours, welcome));
    for (const LssQuestion& question : group.questions) {
      auto json = lss_question_json(question, made_, choices_);
      if (!json) continue;
      put_condition(place(question), question.relevance, *json);
      made_.questions += question.type == "X" ? 0 : 1;
      elements.items.push_back(std::move(*json));
    }
    if (elements.items.empty()) return made_object();
    JsonValue page = made_object();
    put(page, "name", made_text("group" + group.id));
    put_words(page, "title", group.name);
    put_words(page, "description", group.description);
    put_condition("group " + group.id, group.relevance, page);
    put(page, "elements", std::move(elements));
    return page;
  }

  static JsonValue said(std::string_view name, const wire::Bilingual& words) {
    JsonValue json = made_object();
    put(json, "type", made_text("html"));
    put(json, "name", made_text(name));
    put_words(json, "html", words);
    return json;
  }

  void put_condition(const std::string& place, const std::string& relevance, JsonValue& json) {
    if (relevance.empty() || relevance == "1") return;
    const auto condition = names_.expression(relevance);
    if (condition.ok())
      put(json, "visibleIf", made_text(condition.value()));
    else
      made_.leave_out(place + ", relevance", condition.error().detail + "; it is always asked");
  }

  void note_the_rest() {
    if (!survey_.goodbye.en.empty() || !survey_.goodbye.cy.empty())
      made_.leave_out("survey, end text", "the app says itself that the answers have come");
    for (const std::string& language : survey_.other_languages)
      made_.leave_out("survey, language " + language, "we ask in English and Welsh");
    if (survey_.conditions > 0)
      made_.leave_out("conditions", std::to_string(survey_.conditions) + " of the old kind: write them as visibleIf");
    if (survey_.quotas > 0) made_.leave_out("quota", "everybody who wants to may answer");
    if (survey_.orphans > 0)
      made_.leave_out("subquestions", std::to_string(survey_.orphans) + " belong to no question or group of this file");
  }

  LssSurvey survey_;
  Converted made_;
  LssNames names_;
  std::size_t choices_ = 0;
};

}  // namespace

Result<Converted> convert_limesurvey(std::string_view xml) {
  const LssTables tables = ALONGSIDE_TRY(read_lss(xml));
  return LssReader(lss_survey(tables)).run();
}

}  // namespace alongside::feedback
