#include "plugins/feedback/pages/answering.hpp"

#include "app/plugin_api/joined_files.hpp"
#include "app/plugin_api/public_notes.hpp"
#include "app/wire/frame.hpp"
#include "app/wire/messages/session.hpp"
#include "app/wire/payload.hpp"
#include "plugins/feedback/model/carried_draft.hpp"
#include "plugins/feedback/model/coerce.hpp"
#include "plugins/feedback/model/invited_survey.hpp"
#include "plugins/feedback/model/joined_files.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace alongside::feedback {

Answering::Answering(Host& host, std::shared_ptr<const ReadySurvey> survey, const VisitAbout& about)
    : host_(host),
      survey_(std::move(survey)),
      run_(std::in_place, survey_->form, Answers(), static_cast<double>(host.clock().now_ms())) {
  draft_.response.edition = survey_->edition;
  draft_.response.about_service = about.service;
  draft_.response.about_service_name = about.service_name;
  if (survey_->is_anonymous) code_ = about.code;
  key_ = answers_key(survey_->edition.survey, about.service, code_);
  draft_.id = AnswerId(host_.records().new_document().bytes());
  refresh();
  take_up();
}

void Answering::refresh() {
  steps_ = run_->steps();
  if (draft_.stage != Stage::Asking) return;
  if (step().empty() && !steps_.empty()) draft_.question = run_->element(steps_.front().front()).name;
}

const SurveyRun::Step& Answering::step() const {
  static const SurveyRun::Step none;
  const std::size_t at = number() - 1;
  return draft_.stage == Stage::Asking && at < steps_.size() ? steps_[at] : none;
}

// A step goes by any of its questions: what stands first in it may come and go.
std::size_t Answering::number() const {
  const auto is_it = [this](const SurveyRun::Step& step) {
    return std::ranges::any_of(step, [this](std::size_t at) { return run_->element(at).name == draft_.question; });
  };
  return static_cast<std::size_t>(std::ranges::find_if(steps_, is_it) - steps_.begin()) + 1;
}

void Answering::set_answer(std::size_t question, const std::string& name, Value value) {
  draft_.question = run_->element(question).name;
  draft_.response.passed.erase(draft_.question);
  said_.passed.erase(draft_.question);
  answer(name, std::move(value));
  refresh();
  keep();
}

void Answering::answer(const std::string& name, Value value) {
  if (value.is_empty())
    said_.answers.erase(name);
  else
    said_.answers.insert_or_assign(name, value);
  run_->answer(name, std::move(value));
}

void Answering::set_how(HowAnswered how) {
  draft_.response.how = said_.how = how;
  keep();
}

// "1.50" is kept as it is typed until the person is done with it.
void Answering::finish_numbers() {
  for (const std::size_t at : SurveyRun::Step(step())) {
    const FormElement& element = run_->element(at);
    const Value& value = run_->run().value_of(at);
    const bool is_number = element.counts_numbers || element.type == FormType::Slider;
    if (!is_number || value.kind != ValueKind::Text) continue;
    const double number = survey_number(value);
    if (!std::isnan(number)) answer(element.value_name, Value::of_number(number));
  }
}

std::vector<FormMistake> Answering::next() {
  if (draft_.stage == Stage::HowAnswered) {
    draft_.stage = Stage::Checking;
  } else if (!step().empty()) {
    finish_numbers();
    std::vector<FormMistake> wrong = run_->mistakes_in(step(), draft_.response.passed);
    if (!wrong.empty()) return wrong;
    refresh();
    step_to(number());
  }
  keep();
  return {};
}

// `index` of the step to go to; past the last comes who answered.
void Answering::step_to(std::size_t index) {
  draft_.stage = index < steps_.size() ? Stage::Asking : Stage::HowAnswered;
  if (index < steps_.size()) draft_.question = run_->element(steps_[index].front()).name;
}

void Answering::pass(std::size_t question, Passed how) {
  const FormElement& element = run_->element(question);
  const std::size_t at = number();
  const auto is_question = [this](std::size_t each) { return run_->is_question(each); };
  const bool is_only = std::ranges::count_if(step(), is_question) == 1;
  drop_files(joined_files(element, run_->run().value_of(question)));
  answer(element.value_name, {});
  draft_.response.passed.insert_or_assign(element.name, how);
  said_.passed.insert_or_assign(element.name, how);
  refresh();
  if (is_only) step_to(at);
  keep();
}

bool Answering::at_start() const { return draft_.stage == Stage::Asking && number() <= 1; }

void Answering::back() {
  if (draft_.stage == Stage::Checking) {
    draft_.stage = Stage::HowAnswered;
  } else if (draft_.stage == Stage::HowAnswered) {
    step_to(steps_.size() - 1);
  } else if (!at_start()) {
    step_to(number() - 2);
  }
  keep();
}

void Answering::change(const std::string& question) {
  draft_.stage = Stage::Asking;
  draft_.question = question;
  refresh();
  keep();
}

bool Answering::needs_person() const {
  const bool is_open_to_all = survey_->is_anonymous && survey_->how_often == HowOften::AsTheyLike;
  return !is_open_to_all && !is_kept();
}

std::string Answering::token_path() const { return token_holder_of(code_, survey_->edition.version); }

std::string Answering::carry_href() const {
  Route route{"/carry/" + survey_->edition.survey.text(), {}};
  route.set("of", key_);
  return route.text();
}

void Answering::send() {
  if (needs_person() || must_choose() || waits_->sending == Sending::Saving) return;
  const auto wrong = run_->mistakes(draft_.response.passed);
  for (const std::size_t at : run_->questions()) {
    const auto is_it = [&](const FormMistake& mistake) { return mistake.place.starts_with(run_->element(at).name); };
    if (std::ranges::any_of(wrong, is_it)) return change(run_->element(at).name);
  }
  waits_->sending = Sending::Saving;
  waits_->before = host_.letters();
  if (!is_taken_up_ || is_gone_) return post();
  // Said first to every tab that has the same answers before it, and to nobody else: what one of them keeps after this
  // is told there not to be among what was sent.
  keep_at(Stage::Sent);
}

void Answering::post() {
  if (survey_->is_anonymous)
    send_without_name();
  else
    send_with_name();
}

// The id was chosen with the first touch and is in the draft: sent twice, it is still one answer.
void Answering::send_without_name() {
  Response response = draft_.response;
  response.answers = run_->data();
  const bool is_once = survey_->how_often == HowOften::Once;
  host_.send_anonymously(
      {"/api/feedback/answers", wire::encode_frame(AnonymousAnswers{draft_.id, response, {}}),
       is_once ? token_purpose(survey_->edition) : std::string(), token_path(),
       joined_files(*survey_->form, response.answers), &records(), "/api/feedback/files"},
      [this, hold = std::weak_ptr<Waits>(waits_)](Result<void> result) {
        if (!hold.lock()) return;
        saved(result.ok() ? Result<OperationId>(OperationId()) : Result<OperationId>(result.error()));
      });
}

void Answering::send_with_name() {
  Response response = draft_.response;
  response.answers = run_->data();
  const NamedAnswers named{DocumentId(draft_.id.bytes()), response, {}};
  Change change{
      host_.session().own, NamedAnswers::schema.id, NamedAnswers::schema.version, {}, wire::encode_payload(named)};
  host_.joined_files().save_with(records(), joined_files(*survey_->form, response.answers), std::move(change),
                                 [this, hold = std::weak_ptr<Waits>(waits_)](Result<OperationId> result) {
                                   if (hold.lock()) saved(std::move(result));
                                 });
}

void Answering::saved(Result<OperationId> result) {
  if (!result.ok()) {
    waits_->sending = Sending::Failed;
    if (is_taken_up_) write();
    return;
  }
  waits_->sending = Sending::Waiting;
  waits_->operation = result.value();
  draft_.stage = Stage::Sent;
  // What was never looked at is not of these answers.
  drop_files(joined_files(*survey_->form, draft_.response.answers));
  if (is_taken_up_) records().drop_draft(key_);
  if (code_.empty()) return;
  records().drop_draft(form_key(survey_->edition));
  host_.public_notes().keep(sent_note(code_), {1}, Lasting::OnDevice, {});
}

Sending Answering::sending() const {
  if (waits_->sending != Sending::Waiting) return waits_->sending;
  return survey_->is_anonymous ? sending_without_name() : sending_with_name();
}

// Letters have no names, so it is the box that is asked: once it is empty, this one has gone too.
Sending Answering::sending_without_name() const {
  const Host::LetterFacts facts = host_.letters();
  if (facts.repeated > waits_->before.repeated) return Sending::SentElsewhere;
  if (facts.refused > waits_->before.refused) return Sending::Refused;
  return facts.waiting == 0 ? Sending::Sent : Sending::Waiting;
}

Sending Answering::sending_with_name() const {
  constexpr std::uint32_t kinds[] = {NamedAnswers::schema.id};
  for (const PendingChange* change : host_.records().changes(kinds)) {
    if (change->id != waits_->operation) continue;
    if (change->state == ChangeState::Conflict) return Sending::SentElsewhere;
    if (change->state == ChangeState::Refused) return Sending::Refused;
    return change->state == ChangeState::Received ? Sending::Sent : Sending::Waiting;
  }
  return Sending::Sent;  // its document has come in its place
}

}  // namespace alongside::feedback
