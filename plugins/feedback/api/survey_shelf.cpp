#include "plugins/feedback/api/survey_shelf.hpp"

#include "app/server/database.hpp"
#include "app/server/json_reader.hpp"
#include "app/wire/frame.hpp"
#include "plugins/feedback/api/survey_file.hpp"
#include "plugins/feedback/model/pages_form.hpp"

#include <algorithm>
#include <utility>

namespace alongside::feedback {
namespace {

void add_sentence(std::string& to, std::string_view sentence) {
  if (!to.empty()) to += ' ';
  to += sentence;
}

// Nobody is known by their answers here; by their face or their voice they are.
void tell_whom_files_show(Form& form) {
  for (FormElement& element : form.elements) {
    if (element.type != FormType::File) continue;
    FormWords& words = element.face.description;
    add_sentence(words.en, "What you join can show who you are. Do it only if that is fine with you.");
    add_sentence(words.cy,
                 "Gall yr hyn a ychwanegwch ddangos pwy ydych chi. Gwnewch hynny dim ond os yw'n iawn gennych.");
    if (!words.easy.empty()) add_sentence(words.easy, "It can show who you are. Is that fine?");
    if (!words.easy_cy.empty()) add_sentence(words.easy_cy, "Gall ddangos pwy ydych chi. Ydy hynny'n iawn?");
  }
}

}  // namespace

Result<SurveyShelf::Imported> SurveyShelf::import(const server::JsonValue& json, Date today) {
  const SurveyList list = ALONGSIDE_TRY(parse_surveys(json));
  ALONGSIDE_TRY(keep(list));
  const auto open =
      std::ranges::count_if(list.surveys, [today](const Survey& survey) { return is_open(survey, today); });
  return Imported{list.surveys.size(), static_cast<std::size_t>(open)};
}

Result<void> SurveyShelf::keep(const SurveyList& list) {
  auto insert =
      ALONGSIDE_TRY(database_.prepare("INSERT INTO feedback_surveys(one, frame) VALUES(1, ?1)"
                                      " ON CONFLICT (one) DO UPDATE SET frame = excluded.frame"));
  return insert.bind_bytes(1, wire::encode_frame(list)).run();
}

Result<void> SurveyShelf::close(SurveyId survey) {
  ALONGSIDE_TRY(announced(survey));
  SurveyList list = ALONGSIDE_TRY(all());
  for (Survey& one : list.surveys) {
    if (one.id == survey.text()) one.status = SurveyStatus::Closed;
  }
  return keep(list);
}

Result<SurveyList> SurveyShelf::all() const {
  auto select = ALONGSIDE_TRY(database_.prepare("SELECT frame FROM feedback_surveys"));
  if (ALONGSIDE_TRY(select.step()) == server::Step::Done) return SurveyList{};
  return wire::decode_frame<SurveyList>(select.column_bytes(0));
}

Result<SurveyList> SurveyShelf::open(Date today) const {
  SurveyList every = ALONGSIDE_TRY(all());
  SurveyList open;
  for (Survey& survey : every.surveys) {
    if (!is_open(survey, today)) continue;
    const SurveyId id = ALONGSIDE_TRY(SurveyId::parse(survey.id));
    if (const auto frozen = ALONGSIDE_TRY(definitions_.newest(id))) {
      survey.version = frozen->edition.version;
      survey.how_often = frozen->definition.how_often;
      survey.about = frozen->definition.about;
    }
    open.surveys.push_back(std::move(survey));
  }
  return open;
}

Result<Survey> SurveyShelf::announced(SurveyId survey) const {
  const SurveyList list = ALONGSIDE_TRY(all());
  for (const Survey& one : list.surveys) {
    if (one.id == survey.text()) return one;
  }
  return Error{ErrorCode::InvalidInput,
               "no announced survey has the id " + survey.text() + ": import the announcements first"};
}

Result<PublishedSurvey> SurveyShelf::published(std::string_view survey, Date today) const {
  const Error missing{ErrorCode::NotFound, "there is no such survey today"};
  const Result<SurveyId> id = SurveyId::parse(survey);
  if (!id.ok()) return missing;
  const Result<Survey> announcement = announced(id.value());
  if (!announcement.ok() || !is_open(announcement.value(), today)) return missing;
  auto frozen = ALONGSIDE_TRY(definitions_.newest(id.value()));
  if (!frozen) return missing;
  const bool is_anonymous = announcement.value().anonymity == Anonymity::Anonymous;
  return PublishedSurvey{frozen->edition, std::move(frozen->definition), is_anonymous, {}};
}

Result<PublishedForm> SurveyShelf::form(std::string_view survey, Date today) const {
  const PublishedSurvey survey_now = ALONGSIDE_TRY(published(survey, today));
  const Definition& definition = survey_now.definition;
  PublishedForm form{
      survey_now.edition, ALONGSIDE_TRY(whole_form(definition)), survey_now.is_anonymous, definition.how_often, {}};
  if (form.is_anonymous) tell_whom_files_show(form.form);
  return form;
}

}  // namespace alongside::feedback
