// What MayIPage shows of asking the council: the question, those that were asked with their answers, and what could not
// be taken.
#include "app/plugin_api/host.hpp"
#include "app/plugin_api/records.hpp"
#include "app/ui/format.hpp"
#include "app/ui/ui.hpp"
#include "plugins/direct_payments/pages/look_only_ui.hpp"
#include "plugins/direct_payments/pages/money_words.hpp"
#include "plugins/direct_payments/pages/spending/answers_ui.hpp"
#include "plugins/direct_payments/pages/spending/may_i_page.hpp"

namespace alongside::direct_payments {

using namespace ui::literals;

namespace {

std::string refused_text(const ui::Ui& ui, const std::string& code) {
  if (code == name_of(QuestionFault::TooMany)) return ui.tr("may_i.refused.many"_t);
  if (code == name_of(QuestionFault::AfterAgreement)) return ui.tr("may_i.refused.ended"_t);
  return ui.tr("may_i.refused"_t);
}

}  // namespace

void MayIPage::ask_ui(ui::Ui& ui, const BookAgreement& of) {
  if (look_only_ui(ui, host_, of) == Hand::LookOnly) return;
  if (of.agreement.ends && *of.agreement.ends < host_.clock().today()) return ui.sentence("may_i.refused.ended"_t);
  if (saving_.state() == SavingState::Saved) return ui.status("asked", ui.tr("may_i.asked"_t));
  if (saving_.state() == SavingState::Waiting) return ui.status("asked", ui.tr("direct_payments.progress.saving"_t));
  const auto form = ui.form("ask", ui.tr("may_i.ask"_t));
  ui.heading(2, ui.tr("may_i.ask"_t));
  const std::string error = is_why_bad_ ? ui.tr("may_i.error.why"_t) : std::string();
  if (is_why_bad_) {
    ui.error_summary("errors", ui.tr("direct_payments.error.title"_t), {{"why", error}}, summary_focus_);
    summary_focus_ = ui::TakeFocus::No;
  }
  if (ui.text_field("why", {ui.tr("may_i.why"_t), ui.tr("may_i.why_hint"_t), error}, form_.why,
                    {.max_length = 1000, .lines = 3}))
    host_.records().keep_draft(draft_key_, wire::encode_payload(form_), {});
  if (saving_.state() == SavingState::Failed)
    ui.notice(ui::Tone::Bad, ui::Icon::Warning, ui.tr("direct_payments.not_kept"_t));
  if (ui.button("ask", ui.tr("may_i.ask_go"_t), ui::ButtonLook::Primary, ui::Icon::MessageCircle))
    ask(of);  // last: it may change the book
}

void MayIPage::ask(const BookAgreement& of) {
  AskToSpend ask;
  ask.id = host_.records().new_document();
  ask.agreement = of.id;
  ask.what = asked_->what;
  ask.cost = asked_->cost;
  ask.why = form_.why;
  is_why_bad_ = check(ask, of.agreement, 0, host_.clock().today()).has_value();
  if (is_why_bad_) {
    summary_focus_ = ui::TakeFocus::Yes;
    host_.redraw();
    return;
  }
  saving_.start(host_, change_of(of.subject, ask), [this] {
    form_ = {};
    host_.records().drop_draft(draft_key_);
  });
}

void MayIPage::refused_ui(ui::Ui& ui, const QuestionBook& book) {
  for (std::size_t i = 0; i < book.refused.size(); ++i) {
    const auto card = ui.card(ui::Key("refused", i), ui::CardLook::Soft);
    ui.notice(ui::Tone::Warn, ui::Icon::Warning, refused_text(ui, book.refused[i].code));
    ui.text(book.refused[i].ask.what, ui::TextLook::Strong);
    if (!book.refused[i].ask.why.empty()) ui.text(book.refused[i].ask.why);
    if (!ui.button("away", ui.tr("may_i.put_away"_t), ui::ButtonLook::Quiet)) continue;
    host_.records().dismiss(book.refused[i].id);
    return;  // it changes the book
  }
}

void MayIPage::questions_ui(ui::Ui& ui, const BookAgreement& of) {
  const QuestionBook book = questions_of(of);
  if (!book.questions.empty()) {
    ui.heading(2, ui.tr("may_i.questions"_t));
    const auto list = ui.list("questions", ui.tr("may_i.questions"_t));
    for (const BookQuestion& one : book.questions) {
      const std::string id = one.id.text();
      const auto item = ui.list_item(ui::Key(id));
      const auto card = ui.card("question");
      ui.heading(3, asked_text(one.content));
      ui.text(ui.tr("may_i.asked_on"_t, {{"day", ui::format_short_date(ui.language(), one.content.asked_on)},
                                         {"who", who_text(ui, host_, one.content.asked_by)}}),
              ui::TextLook::Soft);
      if (!one.content.why.empty()) ui.text(one.content.why);
      answers_ui(ui, one.content);
      if (!one.content.is_open()) continue;
      const bool is_with_council = one.progress == Progress::WithCouncil;
      ui.text(is_with_council
                  ? ui.tr("may_i.answer_by"_t, {{"day", ui::format_short_date(ui.language(), one.content.answer_by)}})
                  : progress_text(ui, one.progress),
              ui::TextLook::Strong);
    }
  }
  refused_ui(ui, book);
}

}  // namespace alongside::direct_payments
