#include "plugins/direct_payments/pages/spending/answers_ui.hpp"

#include "app/plugin_api/council_ui.hpp"
#include "app/ui/format.hpp"
#include "app/ui/ui.hpp"

namespace alongside::direct_payments {

using namespace ui::literals;

std::string asked_text(const SpendQuestion& question) {
  return question.cost ? question.what + ", " + question.cost->text() : question.what;
}

std::string reply_text(const ui::Ui& ui, SpendReply reply) {
  switch (reply) {
    case SpendReply::Yes: return ui.tr("direct_payments.reply.yes"_t);
    case SpendReply::YesIf: return ui.tr("direct_payments.reply.yes_if"_t);
    case SpendReply::No: break;
  }
  return ui.tr("direct_payments.reply.no"_t);
}

void answers_ui(ui::Ui& ui, const SpendQuestion& question) {
  for (std::size_t i = question.answers.size(); i-- > 0;) {
    const WrittenAnswer& answer = question.answers[i];
    const auto card = ui.card(ui::Key("answer", i), ui::CardLook::Plain);
    const bool is_no = answer.reply == SpendReply::No;
    ui.badge(is_no ? ui::Tone::Bad : ui::Tone::Good, is_no ? ui::Icon::Cross : ui::Icon::Check,
             reply_text(ui, answer.reply));
    bilingual_text_ui(ui, answer.words);
    ui.text(ui.tr("direct_payments.reply.by"_t,
                  {{"who", answer.officer}, {"day", ui::format_short_date(ui.language(), answer.day)}}),
            ui::TextLook::Soft);
  }
}

void written_answers_section(ui::Ui& ui, std::span<const SpendQuestion> answered) {
  if (answered.empty()) return;
  ui.heading(2, ui.tr("direct_payments.reply.title"_t));
  const auto list = ui.list("answered", ui.tr("direct_payments.reply.title"_t), ui::ListLook::Plain);
  for (std::size_t i = 0; i < answered.size(); ++i) {
    const auto item = ui.list_item(ui::Key("question", i));
    ui.text(asked_text(answered[i]), ui::TextLook::Strong);
    answers_ui(ui, answered[i]);
  }
}

}  // namespace alongside::direct_payments
