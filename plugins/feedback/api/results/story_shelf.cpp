#include "plugins/feedback/api/results/story_shelf.hpp"

#include "app/base/clock.hpp"
#include "app/server/feature.hpp"
#include "app/server/notices/notice_writer.hpp"
#include "app/wire/payload.hpp"
#include "plugins/feedback/api/results/release_shelf.hpp"
#include "plugins/feedback/api/survey_shelf.hpp"
#include "plugins/feedback/model/response.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace alongside::feedback {
namespace {

// A notice may be read over a shoulder: it does not say which survey it was.
server::NewNotice notice_of_story() {
  return {{"We have answered a survey that you took part in", "Rydym wedi ateb arolwg y cymeroch ran ynddo"},
          {"See what you and others said, and what we did.", "Gweld beth ddywedoch chi ac eraill, a beth wnaethom ni."},
          "/changes"};
}

ChangeStory bare_story(const Survey& survey) {
  ChangeStory story;
  story.survey = survey.id;
  story.title = survey.title;
  story.asked = survey.purpose;
  return story;
}

}  // namespace

Result<StoryShelf::Told> StoryShelf::answer(const Survey& survey, const std::vector<ChangeStep>& steps,
                                            Chance& chance) {
  const SurveyId id = ALONGSIDE_TRY(SurveyId::parse(survey.id));
  if (ALONGSIDE_TRY(ReleaseShelf(context_).all(id)).empty())
    return Error{ErrorCode::InvalidInput, "release the answers first: council-api survey release " + survey.id};
  ChangeStory story = bare_story(survey);
  story.day = context_.clock.today();
  story.steps = steps;
  const Bytes bytes = wire::encode_payload(story);
  auto transaction = ALONGSIDE_TRY(server::Transaction::create(context_.database));
  auto select = ALONGSIDE_TRY(context_.database.prepare("SELECT story FROM feedback_stories WHERE survey = ?1"));
  if (ALONGSIDE_TRY(select.bind_bytes(1, id.bytes()).step()) == server::Step::Row) {
    ChangeStory before = ALONGSIDE_TRY(wire::decode_payload<ChangeStory>(select.column_bytes(0)));
    before.day = story.day;
    if (wire::encode_payload(before) == bytes) return Told{};
  }
  select.reset();
  auto insert =
      ALONGSIDE_TRY(context_.database.prepare("INSERT INTO feedback_stories(survey, story) VALUES(?1, ?2)"
                                              " ON CONFLICT (survey) DO UPDATE SET story = excluded.story"));
  ALONGSIDE_TRY(insert.bind_bytes(1, id.bytes()).bind_bytes(2, bytes).run());
  const Told told{true, ALONGSIDE_TRY(tell(survey, chance))};
  ALONGSIDE_TRY(transaction.commit());
  return told;
}

// Everybody who answered by name, once each. Who answered without one cannot be told.
Result<std::size_t> StoryShelf::tell(const Survey& survey, Chance& chance) {
  server::NoticeWriter notices(context_.database, context_.documents, context_.clock, chance);
  std::set<PersonId> told;
  for (const wire::Document& document : ALONGSIDE_TRY(context_.documents.all_by_council(KeptAnswers::schema.id))) {
    if (document.state != wire::DocumentState::Present) continue;
    const auto kept = ALONGSIDE_TRY(wire::decode_payload<KeptAnswers>(document.content));
    if (kept.response.edition.survey.text() != survey.id || !told.insert(document.owner).second) continue;
    const wire::Subject own{document.subject.household, SubjectId(document.owner.bytes())};
    ALONGSIDE_TRY(notices.write(own, notice_of_story()));
  }
  return told.size();
}

Result<ChangeList> StoryShelf::all() const {
  ChangeList list;
  const ReleaseShelf releases(context_);
  const SurveyList surveys = ALONGSIDE_TRY(SurveyShelf(context_.database).all());
  auto select = ALONGSIDE_TRY(context_.database.prepare("SELECT story FROM feedback_stories WHERE survey = ?1"));
  for (const Survey& survey : surveys.surveys) {
    const SurveyId id = ALONGSIDE_TRY(SurveyId::parse(survey.id));
    auto released = ALONGSIDE_TRY(releases.all(id));
    if (released.empty()) continue;
    ChangeStory story = bare_story(survey);
    story.day = released.back().day;
    if (ALONGSIDE_TRY(select.bind_bytes(1, id.bytes()).step()) == server::Step::Row)
      story = ALONGSIDE_TRY(wire::decode_payload<ChangeStory>(select.column_bytes(0)));
    select.reset();
    story.people = released.back().people;
    story.tables = std::move(released.back().tables);
    list.stories.push_back(std::move(story));
  }
  std::ranges::stable_sort(list.stories, [](const ChangeStory& a, const ChangeStory& b) { return b.day < a.day; });
  return list;
}

}  // namespace alongside::feedback
