#include "tests/schedules/said_early.hpp"

#include "app/wire/payload.hpp"

namespace alongside::schedules {

namespace {

template <class Map>
void note_changes(const Map& before, const Map& after, std::set<std::string>& names) {
  for (const auto& [name, value] : after) {
    const auto old = before.find(name);
    if (old == before.end() || !(old->second == value)) names.insert(name);
  }
  for (const auto& [name, value] : before) {
    if (!after.contains(name)) names.insert(name);
  }
}

}  // namespace

void SaidEarly::note(const feedback::SurveyDraft& before, const feedback::SurveyDraft& after) {
  note_changes(before.response.answers, after.response.answers, names_);
  note_changes(before.response.passed, after.response.passed, names_);
  is_how_ |= before.response.how != after.response.how;
}

feedback::SurveyDraft SaidEarly::without(feedback::SurveyDraft draft) const {
  for (const std::string& name : names_) {
    draft.response.answers.erase(name);
    draft.response.passed.erase(name);
  }
  if (is_how_) draft.response.how = feedback::HowAnswered::NotSaid;
  draft.stage = feedback::Stage::Asking;
  draft.question.clear();
  return draft;
}

bool SaidEarly::leaves(const feedback::SurveyDraft& before, const feedback::SurveyDraft& now) const {
  return wire::encode_payload(without(before)) == wire::encode_payload(without(now));
}

}  // namespace alongside::schedules
