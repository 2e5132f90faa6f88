#include "plugins/feedback/pages/answering.hpp"

#include "app/wire/frame.hpp"
#include "app/wire/messages/session.hpp"
#include "app/wire/payload.hpp"

#include <algorithm>
#include <utility>

namespace alongside::feedback {

Answering::Answering(Host& host, std::shared_ptr<const ReadySurvey> survey, const VisitAbout& about)
    : host_(host), survey_(std::move(survey)) {
  draft_.response.edition = survey_->edition;
  draft_.response.about_service = about.service;
  draft_.response.about_service_name = about.service_name;
  take_up();
  if (draft_.id.is_nil()) draft_.id = AnswerId(host_.records().new_document().bytes());
  refresh();
}

void Answering::take_up() {
  if (touches_ != 0 || taken_up_) return;
  const auto kept = host_.records().draft(key());
  if (!kept) return;
  taken_up_ = true;
  Result<SurveyDraft> before = wire::decode_payload<SurveyDraft>(*kept);
  if (!before.ok() || before.value().id.is_nil()) return;
  // Answers to another edition are never poured into this one: the page asks that one instead.
  if (before.value().response.edition != survey_->edition) {
    begun_before_ = before.value().response.edition;
    return;
  }
  draft_ = std::move(before).value();
  refresh();
}

std::string Answering::key() const {
  return "feedback answers " + survey_->edition.survey.text() + " " + draft_.response.about_service;
}

void Answering::refresh() {
  questions_ = survey_->logic.state(draft_.response.answers, draft_.response.passed).questions();
  if (draft_.stage != Stage::Asking) return;
  if (question() == nullptr && !questions_.empty()) draft_.question = questions_.front()->name;
}

const Question* Answering::question() const {
  if (draft_.stage != Stage::Asking) return nullptr;
  for (const Question* question : questions_) {
    if (question->name == draft_.question) return question;
  }
  return nullptr;
}

std::size_t Answering::number() const {
  const auto found = std::ranges::find(questions_, question());
  return static_cast<std::size_t>(found - questions_.begin()) + 1;
}

const Value* Answering::answer(const std::string& name) const {
  const auto found = draft_.response.answers.find(name);
  return found == draft_.response.answers.end() ? nullptr : &found->second;
}

void Answering::set_answer(const std::string& name, Value value) {
  draft_.response.passed.erase(name);
  if (value.is_empty())
    draft_.response.answers.erase(name);
  else
    draft_.response.answers.insert_or_assign(name, std::move(value));
  refresh();
  keep();
}

void Answering::set_how(HowAnswered how) {
  draft_.response.how = how;
  keep();
}

Answering::Step Answering::next() {
  if (const Question* asked = question()) {
    const Value* given = answer(asked->name);
    if (given == nullptr && asked->is_required && !draft_.response.passed.contains(asked->name)) {
      return Step::NeedsAnswer;
    }
    if (given != nullptr && fault_of(*asked, *given)) return Step::NotThis;
    step_to(number());
  } else if (draft_.stage == Stage::HowAnswered) {
    draft_.stage = Stage::Checking;
  }
  keep();
  return Step::Done;
}

// `index` of the question to go to; past the last comes who answered.
void Answering::step_to(std::size_t index) {
  draft_.stage = index < questions_.size() ? Stage::Asking : Stage::HowAnswered;
  if (index < questions_.size()) draft_.question = questions_[index]->name;
}

void Answering::pass(Passed how) {
  const Question* asked = question();
  if (asked == nullptr) return;
  const std::size_t at = number();
  draft_.response.answers.erase(asked->name);
  draft_.response.passed.insert_or_assign(asked->name, how);
  refresh();
  step_to(at);
  keep();
}

bool Answering::at_start() const { return draft_.stage == Stage::Asking && number() <= 1; }

void Answering::back() {
  if (draft_.stage == Stage::Checking) {
    draft_.stage = Stage::HowAnswered;
  } else if (draft_.stage == Stage::HowAnswered) {
    step_to(questions_.size() - 1);
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

void Answering::keep() {
  ++touches_;
  if (host_.session().person.is_nil()) return;
  host_.records().keep_draft(key(), wire::encode_payload(draft_),
                             [touch = touches_, hold = std::weak_ptr<Waits>(waits_)](Result<void> result) {
                               const auto waits = hold.lock();
                               if (!waits) return;
                               waits->keeping_failed = !result.ok();
                               if (result.ok()) waits->kept = std::max(waits->kept, touch);
                             });
}

Keeping Answering::keeping() const {
  if (host_.session().person.is_nil()) return Keeping::Nowhere;
  if (waits_->keeping_failed) return Keeping::Failed;
  return waits_->kept == touches_ ? Keeping::Kept : Keeping::Saving;
}

bool Answering::needs_person() const {
  const bool is_open_to_all = survey_->is_anonymous && survey_->logic.definition().how_often == HowOften::AsTheyLike;
  return !is_open_to_all && host_.session().person.is_nil();
}

void Answering::send() {
  if (needs_person() || waits_->sending == Sending::Saving) return;
  waits_->sending = Sending::Saving;
  waits_->refused_before = host_.letters().refused;
  if (survey_->is_anonymous)
    send_without_name();
  else
    send_with_name();
}

// The id was chosen with the first touch and is in the draft: sent twice, it is still one answer.
void Answering::send_without_name() {
  Response response = draft_.response;
  response.answers = survey_->logic.state(response.answers, response.passed).data;
  const bool is_once = survey_->logic.definition().how_often == HowOften::Once;
  host_.send_anonymously(
      {"/api/feedback/answers", wire::encode_frame(AnonymousAnswers{draft_.id, response, {}}),
       is_once ? token_purpose(survey_->edition) : std::string()},
      [this, hold = std::weak_ptr<Waits>(waits_)](Result<void> result) {
        if (!hold.lock()) return;
        saved(result.ok() ? Result<OperationId>(OperationId()) : Result<OperationId>(result.error()));
      });
}

void Answering::send_with_name() {
  Response response = draft_.response;
  response.answers = survey_->logic.state(response.answers, response.passed).data;
  const NamedAnswers named{DocumentId(draft_.id.bytes()), response, {}};
  Change change{host_.session().own, NamedAnswers::schema.id, NamedAnswers::schema.version, 0,
                wire::encode_payload(named)};
  host_.records().save(std::move(change), [this, hold = std::weak_ptr<Waits>(waits_)](Result<OperationId> result) {
    if (hold.lock()) saved(std::move(result));
  });
}

void Answering::saved(Result<OperationId> result) {
  if (!result.ok()) {
    waits_->sending = Sending::Failed;
    return;
  }
  waits_->sending = Sending::Waiting;
  waits_->operation = result.value();
  draft_.stage = Stage::Sent;
  host_.records().drop_draft(key());
}

Sending Answering::sending() const {
  if (waits_->sending != Sending::Waiting) return waits_->sending;
  return survey_->is_anonymous ? sending_without_name() : sending_with_name();
}

// Letters have no names, so it is the box that is asked: once it is empty, this one has gone too.
Sending Answering::sending_without_name() const {
  const Host::LetterFacts facts = host_.letters();
  if (facts.refused > waits_->refused_before) return Sending::Refused;
  return facts.waiting == 0 ? Sending::Sent : Sending::Waiting;
}

Sending Answering::sending_with_name() const {
  constexpr std::uint32_t kinds[] = {NamedAnswers::schema.id};
  for (const PendingChange* change : host_.records().changes(kinds)) {
    if (change->id != waits_->operation) continue;
    const bool is_refused = change->state == ChangeState::Refused || change->state == ChangeState::Conflict;
    if (is_refused) return Sending::Refused;
    return change->state == ChangeState::Received ? Sending::Sent : Sending::Waiting;
  }
  return Sending::Sent;  // its document has come in its place
}

}  // namespace alongside::feedback
