#include "plugins/feedback/pages/answer_page.hpp"

#include "app/ui/ui.hpp"
#include "app/wire/frame.hpp"
#include "app/wire/messages/session.hpp"
#include "plugins/feedback/pages/question_ui.hpp"
#include "plugins/feedback/pages/trouble_ui.hpp"

namespace alongside::feedback {

using namespace ui::literals;

void AnswerPage::opened(const Route& route) {
  route_ = route;
  auto intent = wire::decode_frame<wire::VisitIntent>(host_.intent_in(route));
  if (intent.ok()) visit_ = std::move(intent).value();
  look_for_survey();
}

void AnswerPage::look_for_survey() {
  if (answering_) return take_up();
  if (is_visit()) {
    cabinet_.prepare_visit();
    if (const Survey* visit = cabinet_.visit_survey()) survey_ = visit->id;
  } else {
    survey_ = std::string(route_.tail("/say"));
  }
  if (survey_.empty()) return;
  cabinet_.want(survey_);
  if (const auto ready = cabinet_.survey(survey_)) {
    answering_.emplace(host_, ready, VisitAbout{visit_.service, visit_.service_name});
    take_up();
  }
}

// Who had begun an older version goes on with that one.
void AnswerPage::take_up() {
  answering_->take_up();
  if (const auto begun = answering_->begun_before()) {
    if (const auto old = cabinet_.kept_edition(*begun)) {
      answering_.emplace(host_, old, VisitAbout{visit_.service, visit_.service_name});
    }
  }
  prepare_token();
}

// While there is a network, and long before the answers go: the two are then not seen together.
void AnswerPage::prepare_token() {
  if (has_asked_token_ || host_.session().person.is_nil()) return;
  has_asked_token_ = true;
  const ReadySurvey& survey = answering_->survey();
  if (!survey.is_anonymous || survey.logic.definition().how_often != HowOften::Once) return;
  host_.prepare_token(token_purpose(survey.edition));
}

std::string AnswerPage::heading(const ui::Words& words) const {
  if (is_visit() && !visit_.service_name.empty()) {
    return words.get("feedback.visit.title"_t, {{"service", visit_.service_name}});
  }
  if (!answering_) return words.get("feedback.title"_t);
  const wire::Bilingual& title = answering_->survey().logic.definition().title;
  return words.language() == ui::Language::Welsh && !title.cy.empty() ? title.cy : title.en;
}

std::string AnswerPage::title(const ui::Words& words) const { return heading(words); }

Result<void> AnswerPage::page_ui(ui::Ui& ui) {
  look_for_survey();
  ui.link("back_to_say", ui.tr("feedback.back_to_say"_t), "/say", ui::LinkLook::Back, ui::Icon::ArrowLeft);
  ui.heading(1, heading(host_.words()));
  if (!answering_) {
    trouble_ui(ui);
    return {};
  }
  switch (answering_->stage()) {
    case Stage::Asking: asking_ui(ui); break;
    case Stage::HowAnswered: how_ui(ui); break;
    case Stage::Checking: checking_ui(ui); break;
    case Stage::Sent: sent_ui(ui); break;
  }
  return {};
}

void AnswerPage::trouble_ui(ui::Ui& ui) {
  Load load = survey_.empty() ? cabinet_.list_load() : cabinet_.load(survey_);
  if (survey_.empty() && load == Load::Ready) load = Load::Missing;  // no survey asks about visits now
  if (load_trouble_ui(ui, load) == Trouble::TryAgain) {
    cabinet_.again();
    look_for_survey();
  }
}

void AnswerPage::sign_in_ui(ui::Ui& ui) {
  if (!answering_->needs_person()) return;
  Route sign_in{"/signin", {}};
  sign_in.set("then", route_.text());
  const auto card = ui.card("sign_in", ui::CardLook::Soft);
  ui.text(answering_->survey().is_anonymous ? ui.tr("feedback.sign_in.once"_t) : ui.tr("feedback.sign_in.named"_t));
  ui.link("go", ui.tr("feedback.sign_in.go"_t), sign_in.text(), ui::LinkLook::Button, ui::Icon::DoorOpen);
}

// Said before the first answer and again before they are sent.
void AnswerPage::promise_ui(ui::Ui& ui) {
  const bool is_anonymous = answering_->survey().is_anonymous;
  ui.text(is_anonymous ? ui.tr("feedback.anonymous"_t) : ui.tr("feedback.named"_t), ui::TextLook::Body,
          ui::Icon::Shield);
}

void AnswerPage::asking_ui(ui::Ui& ui) {
  const Question* question = answering_->question();
  if (question == nullptr) return;
  ui.status("progress", ui.tr("feedback.progress"_t, {{"n", std::to_string(answering_->number())},
                                                      {"all", std::to_string(answering_->questions().size())}}));
  if (answering_->at_start()) {
    promise_ui(ui);
    sign_in_ui(ui);
  }
  std::string error;
  if (wrong_ == Answering::Step::NeedsAnswer) error = ui.tr("feedback.error.needs_answer"_t);
  if (wrong_ == Answering::Step::NotThis) error = ui.tr("feedback.error.too_long"_t);
  if (auto value = question_ui(ui, *question, answering_->answer(question->name), error)) {
    answering_->set_answer(question->name, std::move(*value));
    wrong_ = Answering::Step::Done;
    host_.redraw();
  }
  steps_ui(ui);
  keeping_ui(ui);
}

void AnswerPage::steps_ui(ui::Ui& ui) {
  {
    const auto row = ui.row("steps");
    if (ui.button("next", ui.tr("feedback.next"_t), ui::ButtonLook::Primary)) {
      wrong_ = answering_->next();
      if (wrong_ == Answering::Step::NeedsAnswer) host_.announce(ui.tr("feedback.error.needs_answer"_t));
      host_.redraw();
    }
    if (!answering_->at_start()) back_ui(ui);
  }
  const auto row = ui.row("passes");
  const auto pass = [this](Passed how) {
    answering_->pass(how);
    wrong_ = Answering::Step::Done;
    host_.redraw();
  };
  if (ui.button("unsure", ui.tr("feedback.unsure"_t))) pass(Passed::DoesNotKnow);
  if (ui.button("skip", ui.tr("feedback.skip"_t))) pass(Passed::Skipped);
}

void AnswerPage::back_ui(ui::Ui& ui) {
  if (!ui.button("back", ui.tr("feedback.back"_t))) return;
  answering_->back();
  wrong_ = Answering::Step::Done;
  host_.redraw();
}

void AnswerPage::how_ui(ui::Ui& ui) {
  ui.status("progress", ui.tr("feedback.progress.nearly"_t));
  const std::vector<ui::Choice> choices{{"1", ui.tr("feedback.how.self"_t)},
                                        {"2", ui.tr("feedback.how.assisted"_t)},
                                        {"3", ui.tr("feedback.how.proxy"_t)},
                                        {"4", ui.tr("feedback.how.observed"_t)},
                                        {"0", ui.tr("feedback.how.not_said"_t)}};
  std::string chosen = std::to_string(static_cast<unsigned>(answering_->draft().response.how));
  if (ui.radio_group("how", {ui.tr("feedback.how.title"_t), ui.tr("feedback.how.hint"_t)}, choices, chosen)) {
    answering_->set_how(static_cast<HowAnswered>(chosen.front() - '0'));
  }
  {
    const auto row = ui.row("steps");
    if (ui.button("next", ui.tr("feedback.next"_t), ui::ButtonLook::Primary)) {
      answering_->next();
      host_.redraw();
    }
    back_ui(ui);
  }
  keeping_ui(ui);
}

void AnswerPage::checking_ui(ui::Ui& ui) {
  ui.heading(2, ui.tr("feedback.check.title"_t));
  {
    const auto list = ui.list("answers", ui.tr("feedback.check.title"_t), ui::ListLook::Plain);
    for (const Question* question : answering_->questions()) checked_answer_ui(ui, *question);
  }
  promise_ui(ui);
  sign_in_ui(ui);
  if (answering_->sending() == Sending::Failed) {
    ui.notice(ui::Tone::Bad, ui::Icon::Warning, ui.tr("feedback.send.failed"_t));
  }
  if (!answering_->needs_person()) {
    const auto row = ui.row("steps");
    if (ui.button("send", ui.tr("feedback.send"_t), ui::ButtonLook::Primary)) {
      answering_->send();
      host_.redraw();
    }
    back_ui(ui);
  }
  keeping_ui(ui);
}

void AnswerPage::checked_answer_ui(ui::Ui& ui, const Question& question) {
  const auto item = ui.list_item(ui::key_by("answer", question.name));
  const auto card = ui.card("card", ui::CardLook::Soft);
  const std::string title = words_of(ui, question.title);
  ui.text(title, ui::TextLook::Strong);
  const auto passed = answering_->draft().response.passed.find(question.name);
  if (const Value* answer = answering_->answer(question.name))
    ui.text(answer_words(ui, question, *answer));
  else if (passed != answering_->draft().response.passed.end() && passed->second == Passed::DoesNotKnow)
    ui.text(ui.tr("feedback.check.unsure"_t), ui::TextLook::Soft);
  else
    ui.text(ui.tr("feedback.check.skipped"_t), ui::TextLook::Soft);
  if (ui.button("change", ui.tr("feedback.check.change"_t, {{"question", title}}), ui::ButtonLook::Quiet)) {
    answering_->change(question.name);
    host_.redraw();
  }
}

void AnswerPage::sent_ui(ui::Ui& ui) {
  switch (answering_->sending()) {
    case Sending::Sent: ui.status("sent", ui.tr("feedback.sent"_t)); break;
    case Sending::Refused: ui.status("sent", ui.tr("feedback.send.refused"_t)); break;
    default: ui.status("sent", ui.tr("feedback.send.waiting"_t)); break;
  }
  ui.text(ui.tr("feedback.thanks"_t), ui::TextLook::Large);
  promise_ui(ui);
  if (is_visit()) note_.form_ui(ui, visit_);
  ui.link("more", ui.tr("feedback.more"_t), "/say", ui::LinkLook::Standalone);
}

void AnswerPage::keeping_ui(ui::Ui& ui) {
  switch (answering_->keeping()) {
    case Keeping::Nowhere: ui.status("keeping", ui.tr("feedback.keeping.nowhere"_t)); break;
    case Keeping::Saving: ui.status("keeping", ui.tr("feedback.keeping.saving"_t)); break;
    case Keeping::Kept: ui.status("keeping", ui.tr("feedback.keeping.kept"_t)); break;
    case Keeping::Failed: ui.status("keeping", ui.tr("feedback.keeping.failed"_t)); break;
  }
}

}  // namespace alongside::feedback
