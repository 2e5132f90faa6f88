#include "tests/worlds/small_survey.hpp"

#include "app/server/database.hpp"
#include "app/server/json_reader.hpp"
#include "plugins/feedback/api/survey_shelf.hpp"
#include "tests/worlds/must.hpp"

#include <string>

namespace alongside::worlds {

namespace {

constexpr std::string_view question = "words";

std::string announcement() {
  const std::string words = R"({"en": "How is it?", "cy": "Sut mae hi?"})";
  return R"({"surveys": [{"id": ")" + std::string(survey_id) + R"(", "title": )" + words + R"(, "purpose": )" + words +
         R"(, "who": "parents and carers", "minutes": 1, "opens": "2020-01-01", "closes": "2099-12-31",)" +
         R"( "anonymous": true, "status": "published", "answers_back": )" + words + "}]}";
}

feedback::Definition questions() {
  feedback::Question asked;
  asked.name = question;
  asked.title.en = "How is it?";
  feedback::SurveyPage page;
  page.name = "only";
  page.questions = {asked};
  feedback::Definition definition;
  definition.survey = must(feedback::SurveyId::parse(survey_id));
  definition.title.en = "How is it?";
  definition.pages = {page};
  return definition;
}

}  // namespace

feedback::Edition open_small_survey(server::Database& database, Date today) {
  auto transaction = must(server::Transaction::create(database));
  feedback::SurveyShelf shelf(database);
  must(shelf.import(must(server::read_json(announcement())), today));
  const auto published = must(feedback::DefinitionStore(database).publish(questions()));
  must(transaction.commit());
  return published.edition;
}

feedback::Response small_response(const feedback::Edition& edition, std::string_view words) {
  feedback::Response response;
  response.edition = edition;
  response.how = feedback::HowAnswered::Self;
  response.answers = {{std::string(question), feedback::Value::of_text(words)}};
  return response;
}

}  // namespace alongside::worlds
