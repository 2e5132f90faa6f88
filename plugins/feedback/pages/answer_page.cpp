#include "plugins/feedback/pages/answer_page.hpp"

#include "app/ui/ui.hpp"
#include "app/wire/frame.hpp"
#include "app/wire/messages/session.hpp"
#include "plugins/feedback/pages/question_ui.hpp"
#include "plugins/feedback/pages/safe_ui.hpp"
#include "plugins/feedback/pages/tell_ui.hpp"
#include "plugins/feedback/pages/trouble_ui.hpp"

#include <algorithm>

namespace alongside::feedback {

using namespace ui::literals;

namespace {

std::string passed_words(const ui::Ui& ui, Passed passed) {
  switch (passed) {
    case Passed::DoesNotKnow: return ui.tr("feedback.check.unsure"_t);
    case Passed::DoesNotUnderstand: return ui.tr("feedback.check.puzzled"_t);
    case Passed::Skipped: break;
  }
  return ui.tr("feedback.check.skipped"_t);
}

}  // namespace

void AnswerPage::opened(const Route& route) {
  route_ = route;
  if (host_.words().wording() == ui::Wording::Easy) reading_ = Reading::Easy;
  auto intent = wire::decode_frame<wire::VisitIntent>(host_.intent_in(route));
  if (intent.ok()) visit_ = std::move(intent).value();
  if (is_visit()) host_.expect("/say/note");
  look_for_survey();
}

// A code is part of an address under /api: whatever else stands there is none.
VisitAbout AnswerPage::about() const {
  const std::string_view code = route_.value("code");
  const bool is_code =
      std::ranges::all_of(code, [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); });
  return {visit_.service, visit_.service_name, std::string(is_code ? code : "")};
}

void AnswerPage::look_for_survey() {
  if (answering_) {
    cabinet_.want(survey_);  // its questions may be kept only now
    return take_up();
  }
  if (is_visit()) {
    cabinet_.prepare_visit();
    if (const Survey* visit = cabinet_.visit_survey()) survey_ = visit->id;
  } else {
    survey_ = std::string(route_.tail("/say"));
  }
  if (survey_.empty()) return;
  cabinet_.want(survey_);
  if (const auto ready = cabinet_.survey(survey_)) {
    answering_.emplace(host_, ready, about());
    take_up();
  }
}

// Who had begun an older version goes on with that one.
void AnswerPage::take_up() {
  answering_->take_up();
  if (const auto begun = answering_->begun_before()) {
    if (const auto old = cabinet_.kept_edition(*begun)) {
      answering_.emplace(host_, old, about());
    }
  }
  prepare_token();
}

// While there is a network, and long before the answers go: the two are then not seen together.
void AnswerPage::prepare_token() {
  if (has_asked_token_ || answering_->needs_person()) return;
  has_asked_token_ = true;
  const ReadySurvey& survey = answering_->survey();
  if (!survey.is_anonymous || survey.how_often != HowOften::Once) return;
  host_.prepare_token(token_purpose(survey.edition), answering_->token_path());
}

std::string AnswerPage::heading(const ui::Words& words) const {
  if (is_visit() && !visit_.service_name.empty()) {
    return words.get("feedback.visit.title"_t, {{"service", visit_.service_name}});
  }
  if (!answering_) return words.get("feedback.list.title"_t);
  const FormWords& title = answering_->survey().form->title;
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
  before_ui(ui);
  switch (answering_->stage()) {
    case Stage::Asking: asking_ui(ui); break;
    case Stage::HowAnswered: how_ui(ui); break;
    case Stage::Checking: checking_ui(ui); break;
    case Stage::Sent: sent_ui(ui); break;
  }
  safe_ui(ui, host_);
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
  tell(ui, answering_->survey().is_anonymous ? "feedback.sign_in.once"_t : "feedback.sign_in.named"_t);
  ui.link("go", ui.tr("feedback.sign_in.go"_t), sign_in.text(), ui::LinkLook::Button, ui::Icon::DoorOpen);
}

void AnswerPage::before_ui(ui::Ui& ui) {
  if (!answering_->must_choose()) return;
  const auto card = ui.card("before", ui::CardLook::Soft);
  tell(ui, "feedback.before"_t);
  const auto row = ui.row("which");
  const bool is_before = press(ui, "saved", "feedback.before.saved"_t);
  if (!press(ui, "now", "feedback.before.now"_t) && !is_before) return;
  answering_->choose(is_before ? Holds::Before : Holds::Now);
  wrong_.clear();
  host_.redraw();
}

// Said before the first answer and again before they are sent.
void AnswerPage::promise_ui(ui::Ui& ui) {
  const bool is_anonymous = answering_->survey().is_anonymous;
  ui.sentence(is_anonymous ? "feedback.list.anonymous"_t : "feedback.list.named"_t, ui::TextLook::Body,
              ui::Icon::Shield);
}

void AnswerPage::asking_ui(ui::Ui& ui) {
  const SurveyRun::Step step = answering_->step();
  if (step.empty()) return;
  ui.status("progress", ui.tr("feedback.progress"_t, {{"n", std::to_string(answering_->number())},
                                                      {"all", std::to_string(answering_->steps().size())}}));
  reading_ui(ui);
  if (answering_->at_start()) {
    promise_ui(ui);
    sign_in_ui(ui);
  }
  step_ui(ui, step);
  steps_ui(ui);
  keeping_ui(ui);
}

// The same survey in easier words, where the council wrote them, and with symbols beside the words.
void AnswerPage::reading_ui(ui::Ui& ui) {
  const ReadySurvey& survey = answering_->survey();
  if (!survey.has_easy_words && !survey.has_symbols) return;
  const auto row = ui.row("reading");
  const auto turned = [&](ui::Key key, ui::TextKey words, bool is_on) {
    const bool is_pressed = ui.toggle(key, ui.tr(words), is_on ? ui::Pressed::Yes : ui::Pressed::No);
    if (is_pressed) host_.redraw();
    return is_pressed;
  };
  const bool is_easy = reading_ == Reading::Easy, has_symbols = cabinet_.symbols() == Symbols::Yes;
  if (survey.has_easy_words && turned("easy", "feedback.easy"_t, is_easy))
    reading_ = is_easy ? Reading::Usual : Reading::Easy;
  if (survey.has_symbols && turned("symbols", "feedback.symbols"_t, has_symbols))
    cabinet_.show_symbols(has_symbols ? Symbols::No : Symbols::Yes);
  fetch_symbols(ui);
}

// All of them at once: the network may have gone before the next question.
void AnswerPage::fetch_symbols(ui::Ui& ui) {
  if (has_fetched_symbols_ || cabinet_.symbols() == Symbols::No) return;
  has_fetched_symbols_ = true;
  for (const FormElement& element : answering_->survey().form->elements) {
    ui.fetch_picture(element.face.picture);
    for (const FormOption& option : element.face.options) ui.fetch_picture(option.picture);
  }
}

// The titles of the page and the panels that a step stands in.
void AnswerPage::around_ui(ui::Ui& ui, std::size_t first) {
  const SurveyRun& run = answering_->run();
  std::vector<std::size_t> around;
  for (std::size_t up = run.element(first).parent; up != FormElement::nowhere; up = run.element(up).parent) {
    around.push_back(up);
  }
  const Wording reader{ui, reading_};
  for (auto up = around.rbegin(); up != around.rend(); ++up) {
    const std::string title = reader.title(run.run(), *up), more = reader.description(run.run(), *up);
    if (!title.empty()) ui.text(title, ui::TextLook::Strong);
    if (!more.empty()) ui.text(more, ui::TextLook::Soft);
  }
}

void AnswerPage::step_ui(ui::Ui& ui, const SurveyRun::Step& step) {
  const SurveyRun& run = answering_->run();
  around_ui(ui, step.front());
  QuestionUi screen(ui, wording(ui), wrong_);
  Value kept = Value::of_map();
  for (const auto& [name, value] : run.answers()) kept.set(name, value);
  std::size_t questions = 0, touched_at = 0;
  for (const std::size_t at : step) questions += run.is_question(at) ? 1 : 0;
  std::optional<Touch> touched;
  for (const std::size_t at : step) {
    if (!run.is_question(at)) {
      screen.shown_only(run.run(), at);
      continue;
    }
    if (auto touch = screen.question(run.run(), at, kept)) {
      touched = std::move(touch);
      touched_at = at;
    }
    if (takes_files(run.element(at).type)) joining_ui(ui);
    passes_ui(ui, at, questions == 1);
  }
  if (!touched || answering_->step() != step) return;
  if (!touched->shown.is_nil()) return answering_->show_file(touched->shown);
  if (!touched->picked.empty()) return answering_->join_file(touched_at, touched->picked);
  if (!touched->dropped.is_nil()) answering_->drop_files({touched->dropped});
  answering_->set_answer(touched_at, touched->name, std::move(touched->value));
  wrong_.clear();
  host_.redraw();
}

// Under the question: what becomes of the last that was chosen.
void AnswerPage::joining_ui(ui::Ui& ui) {
  if (answering_->joining() == Joining::Reading) tell_status(ui, "joining", "feedback.keeping.saving"_t);
  if (answering_->joining() == Joining::Failed) tell_wrong(ui, "feedback.file.bad"_t);
}

void AnswerPage::steps_ui(ui::Ui& ui) {
  const auto row = ui.row("steps");
  if (press(ui, "next", "feedback.next"_t, ui::ButtonLook::Primary)) {
    wrong_ = answering_->next();
    if (!wrong_.empty()) host_.announce(ui.tr("feedback.error.look_below"_t));
    host_.redraw();
  }
  if (!answering_->at_start()) back_ui(ui);
}

// Always there, for each question; with its name where there are several.
void AnswerPage::passes_ui(ui::Ui& ui, std::size_t question, bool is_only) {
  const SurveyRun& run = answering_->run();
  const std::string& name = run.element(question).name;
  const std::string of = is_only ? "" : ": " + Wording{ui, reading_}.title(run.run(), question);
  const auto passed = answering_->draft().response.passed.find(name);
  if (passed != answering_->draft().response.passed.end()) {
    ui.text(passed_words(ui, passed->second), ui::TextLook::Soft);
  }
  const auto row = ui.row(ui::key_by("passes", name));
  const auto pass_ui = [&](ui::Key key, const std::string& words, Passed how) {
    if (!ui.button(key, words + of, ui::ButtonLook::Chip)) return;
    answering_->pass(question, how);
    wrong_.clear();
    host_.redraw();
  };
  pass_ui("unsure", ui.tr("feedback.unsure"_t), Passed::DoesNotKnow);
  pass_ui("puzzled", ui.tr("feedback.puzzled"_t), Passed::DoesNotUnderstand);
  pass_ui("skip", ui.tr("feedback.skip"_t), Passed::Skipped);
}

void AnswerPage::back_ui(ui::Ui& ui) {
  if (!press(ui, "back", "feedback.back"_t)) return;
  answering_->back();
  wrong_.clear();
  host_.redraw();
}

void AnswerPage::how_ui(ui::Ui& ui) {
  tell_status(ui, "progress", "feedback.progress.nearly"_t);
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
    if (press(ui, "next", "feedback.next"_t, ui::ButtonLook::Primary)) {
      answering_->next();
      host_.redraw();
    }
    back_ui(ui);
  }
  keeping_ui(ui);
}

void AnswerPage::checking_ui(ui::Ui& ui) {
  tell_heading(ui, 2, "feedback.check.title"_t);
  {
    const auto list = ui.list("answers", ui.tr("feedback.check.title"_t), ui::ListLook::Plain);
    for (const std::size_t question : answering_->run().questions()) checked_answer_ui(ui, question);
  }
  promise_ui(ui);
  sign_in_ui(ui);
  if (answering_->sending() == Sending::Failed) {
    tell_wrong(ui, "feedback.send.failed"_t);
  }
  if (!answering_->needs_person()) {
    const auto row = ui.row("steps");
    if (!answering_->must_choose() && press(ui, "send", "feedback.send"_t, ui::ButtonLook::Primary)) {
      answering_->send();
      host_.redraw();
    }
    back_ui(ui);
  }
  keeping_ui(ui);
}

void AnswerPage::checked_answer_ui(ui::Ui& ui, std::size_t question) {
  const SurveyRun& run = answering_->run();
  const FormElement& element = run.element(question);
  const Wording reader{ui, reading_};
  const auto item = ui.list_item(ui::key_by("answer", element.name));
  const auto card = ui.card("card", ui::CardLook::Soft);
  const std::string title = reader.title(run.run(), question);
  ui.text(title, ui::TextLook::Strong);
  const auto passed = answering_->draft().response.passed.find(element.name);
  if (!run.run().is_blank(question))
    ui.text(reader.answer(element, run.run().value_of(question)));
  else
    ui.text(passed_words(ui, passed == answering_->draft().response.passed.end() ? Passed::Skipped : passed->second),
            ui::TextLook::Soft);
  if (ui.button("change", ui.tr("feedback.check.change"_t, {{"question", title}}), ui::ButtonLook::Quiet)) {
    answering_->change(element.name);
    host_.redraw();
  }
}

void AnswerPage::sent_ui(ui::Ui& ui) {
  ui::TextKey words = "feedback.send.waiting"_t;
  switch (answering_->sending()) {
    case Sending::Sent: words = "feedback.sent"_t; break;
    case Sending::SentElsewhere: words = "feedback.send.elsewhere"_t; break;
    case Sending::Refused: words = "feedback.send.refused"_t; break;
    default: break;
  }
  tell_status(ui, "sent", words);
  ui.illustration("thanks");
  tell(ui, "feedback.thanks"_t, ui::TextLook::Large);
  promise_ui(ui);
  if (is_visit() && !host_.session().children.empty()) {
    const std::string note = "/say/note" + route_.text().substr(route_.path.size());
    ui.link("note", ui.tr("feedback.note.title"_t), note, ui::LinkLook::Standalone);
  }
  ui.link("more", ui.tr("feedback.more"_t), "/say", ui::LinkLook::Standalone);
}

void AnswerPage::keeping_ui(ui::Ui& ui) {
  keeping_words_ui(ui);
  if (answering_->may_carry())
    ui.link("carry", ui.tr("feedback.carry"_t), answering_->carry_href(), ui::LinkLook::Standalone);
}

void AnswerPage::keeping_words_ui(ui::Ui& ui) {
  ui::TextKey words = "feedback.keeping.kept"_t;
  switch (answering_->keeping()) {
    case Keeping::Untouched: return;
    case Keeping::Looking: words = "feedback.keeping.looking"_t; break;
    case Keeping::Unreadable: words = "feedback.keeping.unreadable"_t; break;
    case Keeping::Nowhere: words = "feedback.keeping.nowhere"_t; break;
    case Keeping::Gone: words = "feedback.keeping.gone"_t; break;
    case Keeping::Saving: words = "feedback.keeping.saving"_t; break;
    case Keeping::Kept: break;
    case Keeping::Failed: words = "feedback.keeping.failed"_t; break;
  }
  tell_status(ui, "keeping", words);
}

}  // namespace alongside::feedback
