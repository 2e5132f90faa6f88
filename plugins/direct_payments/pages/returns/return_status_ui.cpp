// What ReturnPage shows of a return that is with the council: where it is, what was said, and where a question is
// answered.
#include "app/base/text.hpp"
#include "app/plugin_api/council_ui.hpp"
#include "app/ui/ui.hpp"
#include "plugins/direct_payments/pages/look_only_ui.hpp"
#include "plugins/direct_payments/pages/money_words.hpp"
#include "plugins/direct_payments/pages/returns/return_page.hpp"
#include "plugins/direct_payments/pages/returns/return_words.hpp"
#include "plugins/direct_payments/pages/spending/answers_ui.hpp"
#include "plugins/direct_payments/pages/spending/question_store.hpp"

namespace alongside::direct_payments {

using namespace ui::literals;

namespace {

std::string next_text(const ui::Ui& ui, ReturnState state) {
  switch (state) {
    case ReturnState::Question: return ui.tr("returns.then.question"_t);
    case ReturnState::Accepted: return ui.tr("returns.then.accepted"_t);
    case ReturnState::Reopened:
    case ReturnState::Sent: break;
  }
  return ui.tr("returns.then.sent"_t);
}

}  // namespace

void ReturnPage::status_ui(ui::Ui& ui, const BookReturn& one) {
  const Return& content = one.content;
  const BookAgreement* of = store_.book().agreement(content.agreement);
  const bool may_answer = of == nullptr || declaring_hand(host_, *of) == Hand::Change;
  ui.heading(1, period_text(ui, content.first, content.last));
  {
    const auto card = ui.card("status", ui::CardLook::Band);
    state_badge_ui(ui, content.state);
    if (may_answer || content.state != ReturnState::Question)
      ui.text(next_text(ui, content.state), ui::TextLook::Strong);
    ui.status("progress", progress_text(ui, one.progress));
  }
  if (may_answer)
    answer_ui(ui, one);
  else
    ui.notice(ui::Tone::Neutral, ui::Icon::Info, ui.tr("returns.look_only"_t));
  said_ui(ui, one);
  editions_ui(ui, one);
  written_answers_section(ui, written_answers(host_.records(), content.agreement, content.last));
  PeriodPack sent;
  sent.period = {content.first, content.last};
  sent.figures = content.editions.back().figures;
  keep_ui(ui, host_.records(), store_.book(), content.agreement, sent, rules_.guide().returns.keep_years);
}

void ReturnPage::said_ui(ui::Ui& ui, const BookReturn& one) {
  ui.heading(2, ui.tr("returns.steps"_t));
  const auto list = ui.list("steps", ui.tr("returns.steps"_t), ui::ListLook::Plain);
  for (std::size_t i = one.content.steps.size(); i-- > 0;) {
    const ReturnStep& step = one.content.steps[i];
    const auto item = ui.list_item(ui::Key("step", i));
    const std::string who = step.person.is_nil() ? step.officer : who_text(ui, host_, step.person);
    ui.text(ui.tr("returns.step.by"_t, {{"day", day_text(ui, step.day)}, {"who", who}}), ui::TextLook::Soft);
    state_badge_ui(ui, step.state);
    if (step.words.en.empty()) continue;
    if (step.person.is_nil())
      bilingual_text_ui(ui, step.words);
    else
      ui.text(step.words.en);
  }
}

void ReturnPage::editions_ui(ui::Ui& ui, const BookReturn& one) {
  const ReturnEdition& last = one.content.editions.back();
  ui.heading(2, ui.tr("returns.numbers_sent"_t));
  figures_ui(ui, last.figures);
  plan_lines_ui(ui, last.figures);
  if (last.without_receipt > 0) ui.text(ui.plural("returns.gap.receipts"_t, last.without_receipt));
  if (!last.note.empty()) ui.text(ui.tr("returns.note.was"_t, {{"words", last.note}}));
  if (one.content.editions.size() < 2) return;
  ui.heading(2, ui.tr("returns.editions"_t));
  const auto list = ui.list("editions", ui.tr("returns.editions"_t), ui::ListLook::Bullets);
  for (std::size_t i = one.content.editions.size() - 1; i-- > 0;) {
    const ReturnEdition& edition = one.content.editions[i];
    const auto item = ui.list_item(ui::Key("edition", i));
    ui.text(
        ui.tr("returns.edition"_t, {{"day", day_text(ui, edition.day)}, {"money", edition.figures.closing.text()}}));
  }
}

void ReturnPage::answer_ui(ui::Ui& ui, const BookReturn& one) {
  if (saving_.state() == SavingState::Waiting) return ui.status("saving", ui.tr("direct_payments.progress.saving"_t));
  if (one.content.state != ReturnState::Question || !read_draft()) return;
  for (std::size_t i = one.content.steps.size(); i-- > 0;) {
    if (one.content.steps[i].state != ReturnState::Question || !one.content.steps[i].person.is_nil()) continue;
    bilingual_text_ui(ui, one.content.steps[i].words, ui::TextLook::Large);
    break;
  }
  const auto form = ui.form("answer", ui.tr("returns.answer"_t));
  ui.heading(2, ui.tr("returns.answer"_t));
  const std::string error = is_answer_wrong_ ? ui.tr("returns.error.answer"_t) : std::string();
  if (is_answer_wrong_) {
    ui.error_summary("errors", ui.tr("direct_payments.error.title"_t), {{"words", error}}, summary_focus_);
    summary_focus_ = ui::TakeFocus::No;
  }
  bool is_changed =
      ui.text_field("words", {ui.tr("returns.answer.words"_t), {}, error}, words_, {.max_length = 1500, .lines = 4});
  is_changed |= files_.draw_ui(ui, form_.files, ui.tr("returns.answer.file"_t));
  if (is_changed) {
    form_.note = words_;
    keep_draft();
  }
  if (saving_.state() == SavingState::Failed)
    ui.notice(ui::Tone::Bad, ui::Icon::Warning, ui.tr("direct_payments.not_kept"_t));
  if (ui.button("answer", ui.tr("returns.answer.send"_t), ui::ButtonLook::Primary)) answer(one);
}

void ReturnPage::answer(const BookReturn& one) {
  AnswerReturn said;
  said.id = one.id;
  said.words = words_;
  said.files = files_.kept(form_.files);
  is_answer_wrong_ = check(one.content, said).has_value();
  if (is_answer_wrong_) {
    summary_focus_ = ui::TakeFocus::Yes;
    host_.redraw();
    return;
  }
  saving_.start(host_, change_of(one.subject, one.version, said), [this] {
    host_.records().drop_draft(draft_key_);
    form_ = {};
    words_.clear();
    host_.announce(host_.words().get("returns.answered"_t));
  });
}

}  // namespace alongside::direct_payments
