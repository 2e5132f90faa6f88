#include "plugins/feedback/api/results/kept_responses.hpp"

#include "app/server/feature.hpp"
#include "app/server/id_column.hpp"
#include "app/wire/payload.hpp"
#include "plugins/feedback/api/survey_shelf.hpp"

#include <algorithm>
#include <utility>

namespace alongside::feedback {
namespace {

Result<std::vector<NumberedDefinition>> editions_of(server::Database& database, SurveyId survey) {
  auto select = ALONGSIDE_TRY(
      database.prepare("SELECT version, definition FROM feedback_definitions WHERE survey = ?1 ORDER BY version"));
  select.bind_bytes(1, survey.bytes());
  std::vector<NumberedDefinition> editions;
  while (ALONGSIDE_TRY(select.step()) == server::Step::Row) {
    editions.push_back({static_cast<std::uint32_t>(select.column_integer(0)),
                        ALONGSIDE_TRY(wire::decode_payload<Definition>(select.column_bytes(1)))});
  }
  return editions;
}

Result<void> add_anonymous(server::Database& database, SurveyId survey, std::vector<KeptResponse>& responses) {
  auto select =
      ALONGSIDE_TRY(database.prepare("SELECT id, answers FROM feedback_answers WHERE survey = ?1 ORDER BY id"));
  select.bind_bytes(1, survey.bytes());
  while (ALONGSIDE_TRY(select.step()) == server::Step::Row) {
    auto kept = ALONGSIDE_TRY(wire::decode_payload<KeptAnswers>(select.column_bytes(1)));
    responses.push_back({server::column_id<AnswerId>(select, 0), kept.day, std::move(kept.response)});
  }
  return {};
}

Result<void> add_named(const server::FeatureContext& context, SurveyId survey, std::vector<KeptResponse>& responses) {
  for (const wire::Document& document : ALONGSIDE_TRY(context.documents.all_by_council(KeptAnswers::schema.id))) {
    if (document.state != wire::DocumentState::Present) continue;
    auto kept = ALONGSIDE_TRY(wire::decode_payload<KeptAnswers>(document.content));
    if (kept.response.edition.survey != survey) continue;
    responses.push_back({AnswerId(document.id.bytes()), kept.day, std::move(kept.response)});
  }
  return {};
}

}  // namespace

Result<KeptResponses> read_responses(const server::FeatureContext& context, const std::string& survey) {
  const auto id = SurveyId::parse(survey);
  if (!id.ok()) return Error{ErrorCode::InvalidInput, "give the id of a survey, as it stands in the announcements"};
  KeptResponses kept;
  kept.survey = ALONGSIDE_TRY(SurveyShelf(context.database).announced(id.value()));
  kept.editions = ALONGSIDE_TRY(editions_of(context.database, id.value()));
  if (kept.editions.empty())
    return Error{ErrorCode::InvalidInput, "the questions of this survey are not published yet"};
  kept.questions = join_questions(kept.editions);
  ALONGSIDE_TRY(add_anonymous(context.database, id.value(), kept.responses));
  ALONGSIDE_TRY(add_named(context, id.value(), kept.responses));
  std::ranges::sort(kept.responses, {}, &KeptResponse::id);
  return kept;
}

}  // namespace alongside::feedback
