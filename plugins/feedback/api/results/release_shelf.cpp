#include "plugins/feedback/api/results/release_shelf.hpp"

#include "app/base/clock.hpp"
#include "app/server/feature.hpp"
#include "app/server/id_column.hpp"
#include "app/wire/payload.hpp"
#include "plugins/feedback/api/results/kept_responses.hpp"
#include "plugins/feedback/api/results/redaction_desk.hpp"
#include "plugins/feedback/model/results/make_release.hpp"
#include "plugins/feedback/model/results/release_wave.hpp"

#include <utility>

namespace alongside::feedback {
namespace {

// Those whom this release counts, and nobody else.
Result<std::vector<KeptResponse>> wave_of(const KeptResponses& kept, const std::set<AnswerId>& counted,
                                          const DisclosureRules& rules) {
  std::vector<AnswerId> ids;
  for (const KeptResponse& response : kept.responses) ids.push_back(response.id);
  std::vector<KeptResponse> wave;
  for (const std::size_t place : ALONGSIDE_TRY(next_wave(ids, counted, rules))) wave.push_back(kept.responses[place]);
  return wave;
}

}  // namespace

DisclosureRules rules_of(const server::FeatureContext& context) {
  const server::DisclosureLimits& limits = context.council.disclosure;
  return {static_cast<std::size_t>(limits.people), static_cast<std::uint32_t>(limits.cell),
          static_cast<std::uint32_t>(limits.round_to)};
}

Result<std::vector<Release>> ReleaseShelf::all(SurveyId survey) const {
  auto select = ALONGSIDE_TRY(
      context_.database.prepare("SELECT release FROM feedback_releases WHERE survey = ?1 ORDER BY number"));
  select.bind_bytes(1, survey.bytes());
  std::vector<Release> releases;
  while (ALONGSIDE_TRY(select.step()) == server::Step::Row)
    releases.push_back(ALONGSIDE_TRY(wire::decode_payload<Release>(select.column_bytes(0))));
  return releases;
}

Result<std::set<AnswerId>> ReleaseShelf::counted(SurveyId survey) const {
  auto select = ALONGSIDE_TRY(context_.database.prepare("SELECT answer FROM feedback_counted WHERE survey = ?1"));
  select.bind_bytes(1, survey.bytes());
  std::set<AnswerId> counted;
  while (ALONGSIDE_TRY(select.step()) == server::Step::Row) counted.insert(server::column_id<AnswerId>(select, 0));
  return counted;
}

Result<void> ReleaseShelf::keep(SurveyId survey, const Release& release, const std::vector<AnswerId>& people) {
  auto insert = ALONGSIDE_TRY(
      context_.database.prepare("INSERT INTO feedback_releases(survey, number, release) VALUES(?1, ?2, ?3)"));
  insert.bind_bytes(1, survey.bytes()).bind(2, static_cast<std::int64_t>(release.number));
  ALONGSIDE_TRY(insert.bind_bytes(3, wire::encode_payload(release)).run());
  auto count = ALONGSIDE_TRY(
      context_.database.prepare("INSERT INTO feedback_counted(survey, answer, number) VALUES(?1, ?2, ?3)"));
  for (const AnswerId& person : people) {
    count.bind_bytes(1, survey.bytes()).bind_bytes(2, person.bytes());
    ALONGSIDE_TRY(count.bind(3, static_cast<std::int64_t>(release.number)).run());
  }
  return {};
}

Result<Release> ReleaseShelf::make(const std::string& survey, const std::vector<CrossPair>& crosses) {
  const DisclosureRules rules = rules_of(context_);
  // What is read and what is noted as counted must be the same people.
  auto transaction = ALONGSIDE_TRY(server::Transaction::create(context_.database));
  const KeptResponses kept = ALONGSIDE_TRY(read_responses(context_, survey));
  const SurveyId id = ALONGSIDE_TRY(SurveyId::parse(kept.survey.id));
  const auto wave = ALONGSIDE_TRY(wave_of(kept, ALONGSIDE_TRY(counted(id)), rules));
  const AnswerTable table = count_answers(kept.questions, wave, ALONGSIDE_TRY(themes(id)));
  ALONGSIDE_TRY(protect(table, crosses, rules));
  const ProtectedTables tables = ALONGSIDE_TRY(protect(table, crosses_by_how(table, crosses), rules));
  Release release = make_release(table, tables, kept.questions, rules);
  release.number = static_cast<std::uint32_t>(ALONGSIDE_TRY(all(id)).size()) + 1;
  release.day = context_.clock.today();
  for (const NumberedDefinition& edition : kept.editions) release.versions.push_back(edition.version);
  release.words = ALONGSIDE_TRY(RedactionDesk(context_.database).take_approved(kept));
  std::vector<AnswerId> people;
  for (const KeptResponse& response : wave) people.push_back(response.id);
  ALONGSIDE_TRY(keep(id, release, people));
  ALONGSIDE_TRY(transaction.commit());
  return release;
}

Result<Themes> ReleaseShelf::themes(SurveyId survey) const {
  auto select = ALONGSIDE_TRY(context_.database.prepare("SELECT themes FROM feedback_themes WHERE survey = ?1"));
  if (ALONGSIDE_TRY(select.bind_bytes(1, survey.bytes()).step()) == server::Step::Done) return Themes{};
  return wire::decode_payload<Themes>(select.column_bytes(0));
}

Result<void> ReleaseShelf::put_themes(SurveyId survey, const Themes& themes) {
  auto insert =
      ALONGSIDE_TRY(context_.database.prepare("INSERT INTO feedback_themes(survey, themes) VALUES(?1, ?2)"
                                              " ON CONFLICT (survey) DO UPDATE SET themes = excluded.themes"));
  return insert.bind_bytes(1, survey.bytes()).bind_bytes(2, wire::encode_payload(themes)).run();
}

}  // namespace alongside::feedback
