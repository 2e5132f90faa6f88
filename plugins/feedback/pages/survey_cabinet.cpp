#include "plugins/feedback/pages/survey_cabinet.hpp"

#include "app/plugin_api/records.hpp"
#include "app/wire/frame.hpp"
#include "app/wire/messages/session.hpp"
#include "plugins/feedback/model/survey_draft.hpp"

#include <algorithm>
#include <utility>

namespace alongside::feedback {
namespace {

constexpr std::string_view symbols_key = "feedback symbols";

bool has_easy_words(const std::vector<FormElement>& elements) {
  return std::ranges::any_of(elements, [](const FormElement& element) { return !element.face.title.easy.empty(); });
}

bool has_symbols(const std::vector<FormElement>& elements) {
  return std::ranges::any_of(elements, [](const FormElement& element) {
    const auto has_one = [](const FormOption& option) { return !option.picture.empty(); };
    return !element.face.picture.empty() || std::ranges::any_of(element.face.options, has_one);
  });
}

std::shared_ptr<const ReadySurvey> ready_of(const Bytes& frame) {
  Result<PublishedForm> published = wire::decode_frame<PublishedForm>(frame);
  if (!published.ok()) return nullptr;
  PublishedForm& survey = published.value();
  Result<std::shared_ptr<const Form>> form = survey_form(std::move(survey.form));
  if (!form.ok()) return nullptr;
  return std::make_shared<const ReadySurvey>(ReadySurvey{survey.edition, survey.is_anonymous, survey.how_often,
                                                         form.value(), has_easy_words(form.value()->elements),
                                                         has_symbols(form.value()->elements)});
}

}  // namespace

void SurveyCabinet::again() {
  listing_.again();
  std::erase_if(drawers_->surveys, [](const auto& drawer) { return drawer.second.survey == nullptr; });
}

void SurveyCabinet::prepare_visit() {
  listing_.want();
  if (const Survey* visit = visit_survey()) want(visit->id);
}

void SurveyCabinet::want(const std::string& survey) {
  const auto [drawer, is_new] = drawers_->surveys.try_emplace(survey);
  if (!is_new && drawer->second.load == Load::Offline) {
    if (const auto kept = host_.records().draft(form_key(survey))) open_survey(survey, *kept);
  }
  if (!is_new) return keep_survey(survey);
  host_.fetch("/api/feedback/forms/" + survey,
              [this, survey, hold = std::weak_ptr<Drawers>(drawers_)](Result<Bytes> reply) {
                if (const auto drawers = hold.lock()) survey_came(survey, std::move(reply));
              });
}

void SurveyCabinet::survey_came(const std::string& survey, Result<Bytes> reply) {
  if (reply.ok() && open_survey(survey, reply.value())) {
    drawers_->surveys[survey].unkept = std::move(reply).value();
    return keep_survey(survey);
  }
  const auto kept = host_.records().draft(form_key(survey));
  const bool is_missing = !reply.ok() && reply.error().code == ErrorCode::NotFound;
  if (!is_missing && kept && open_survey(survey, *kept)) return;
  const bool is_offline = !reply.ok() && reply.error().code == ErrorCode::Offline;
  drawers_->surveys[survey].load = is_missing ? Load::Missing : is_offline ? Load::Offline : Load::Failed;
}

bool SurveyCabinet::open_survey(const std::string& survey, const Bytes& frame) {
  auto ready = ready_of(frame);
  if (ready == nullptr) return false;
  drawers_->surveys[survey] = {Load::Ready, std::move(ready), {}};
  return true;
}

std::shared_ptr<const ReadySurvey> SurveyCabinet::kept_edition(const Edition& edition) const {
  auto kept = host_.records().draft(form_key(edition));
  if (!kept) kept = host_.nobodys_records().draft(form_key(edition));
  auto ready = kept ? ready_of(*kept) : nullptr;
  return ready != nullptr && ready->edition == edition ? ready : nullptr;
}

// What a new version replaces stays under its own name: somebody may be half way through it.
void SurveyCabinet::keep_survey(const std::string& survey) {
  Bytes& unkept = drawers_->surveys[survey].unkept;
  if (unkept.empty() || host_.session().person.is_nil() || !host_.records().are_drafts_read()) return;
  const Bytes frame = std::exchange(unkept, {});
  const auto before = host_.records().draft(form_key(survey));
  const auto old = before && *before != frame ? ready_of(*before) : nullptr;
  if (old != nullptr) keep_frame(host_, form_key(old->edition), *before);
  keep_frame(host_, form_key(survey), frame);
}

Load SurveyCabinet::load(const std::string& survey) const {
  const auto found = drawers_->surveys.find(survey);
  return found == drawers_->surveys.end() ? Load::Waiting : found->second.load;
}

std::shared_ptr<const ReadySurvey> SurveyCabinet::survey(const std::string& survey) const {
  const auto found = drawers_->surveys.find(survey);
  return found == drawers_->surveys.end() ? nullptr : found->second.survey;
}

Symbols SurveyCabinet::symbols() const {
  if (symbols_) return *symbols_;
  const auto chosen = host_.records().draft(symbols_key);
  const bool is_easy = host_.words().wording() == ui::Wording::Easy;  // which has pictures, unless they were put away
  return (chosen ? *chosen == Bytes{1} : is_easy) ? Symbols::Yes : Symbols::No;
}

void SurveyCabinet::show_symbols(Symbols symbols) {
  symbols_ = symbols;
  keep_frame(host_, symbols_key, {symbols == Symbols::Yes});
}

}  // namespace alongside::feedback
