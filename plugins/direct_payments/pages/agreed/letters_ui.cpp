#include "plugins/direct_payments/pages/agreed/letters_ui.hpp"

#include "app/plugin_api/council_ui.hpp"
#include "app/ui/ui.hpp"
#include "plugins/direct_payments/pages/agreed/agreed_words.hpp"

namespace alongside::direct_payments {

using namespace ui::literals;

namespace {

std::string title_text(const ui::Ui& ui, const AgreementNotice& letter) {
  const std::string day = long_day_text(ui, letter.from);
  switch (letter.kind) {
    case NoticeKind::Created: return ui.tr("agreed.letter.created"_t, {{"day", day}});
    case NoticeKind::Stopped: return ui.tr("agreed.letter.stopped"_t, {{"day", day}});
    case NoticeKind::Amended: break;
  }
  return ui.tr("agreed.letter.amended"_t, {{"day", day}});
}

void change_ui(ui::Ui& ui, const AgreementNotice& letter) {
  if (letter.kind != NoticeKind::Amended) return ui.text(paid_text(ui, letter.after));
  const std::string before = paid_text(ui, letter.before), after = paid_text(ui, letter.after);
  if (before != after) ui.text(ui.tr("agreed.letter.money"_t, {{"before", before}, {"after", after}}));
  if (letter.after.account != letter.before.account || !letter.keeper.empty())
    ui.text(ui.tr("agreed.letter.kept"_t, {{"kept", kept_text(ui, letter.after.account, letter.keeper)}}));
  if (letter.ends) ui.text(ui.tr("agreed.letter.ends"_t, {{"day", long_day_text(ui, *letter.ends)}}));
  if (letter.review) ui.text(ui.tr("agreed.letter.review"_t, {{"day", long_day_text(ui, *letter.review)}}));
}

void why_ui(ui::Ui& ui, const AgreementNotice& letter) {
  ui.text(ui.tr("agreed.letter.why"_t), ui::TextLook::Strong);
  bilingual_text_ui(ui, letter.reason);
  if (letter.short_because.en.empty()) return;
  ui.text(ui.tr("agreed.letter.soon"_t,
                {{"days", std::to_string(letter.days_of_notice())}, {"usual", std::to_string(letter.usual_days)}}),
          ui::TextLook::Strong);
  bilingual_text_ui(ui, letter.short_because);
}

void stop_ui(ui::Ui& ui, const AgreementNotice& letter) {
  if (letter.last_return)
    ui.text(ui.tr("agreed.letter.last_return"_t, {{"first", long_day_text(ui, letter.last_return->first)},
                                                  {"last", long_day_text(ui, letter.last_return->last)},
                                                  {"by", long_day_text(ui, letter.last_return->send_by)}}));
  ui.link("returns", ui.tr("agreed.letter.returns"_t), "/money/returns", ui::LinkLook::Standalone);
  if (letter.money_left.en.empty()) return;
  ui.text(ui.tr("agreed.letter.money_left"_t), ui::TextLook::Strong);
  bilingual_text_ui(ui, letter.money_left);
}

void letter_ui(ui::Ui& ui, const AgreementNotice& letter) {
  const auto card = ui.card(ui::Key("letter", letter.number));
  ui.heading(3, title_text(ui, letter));
  change_ui(ui, letter);
  why_ui(ui, letter);
  if (letter.kind == NoticeKind::Stopped) stop_ui(ui, letter);
  ui.text(ui.tr("agreed.letter.by"_t, {{"who", letter.officer}, {"day", long_day_text(ui, letter.day)}}),
          ui::TextLook::Soft);
}

// As the council had it when it wrote the newest letter.
void disagree_ui(ui::Ui& ui, const std::vector<wire::Bilingual>& ways) {
  if (ways.empty()) return;
  const auto card = ui.card("disagree", ui::CardLook::Band);
  ui.heading(3, ui.tr("agreed.disagree"_t));
  const auto list = ui.list("ways", ui.tr("agreed.disagree"_t), ui::ListLook::Bullets);
  for (std::size_t i = 0; i < ways.size(); ++i) {
    const auto item = ui.list_item(ui::Key("way", i));
    bilingual_text_ui(ui, ways[i]);
  }
}

}  // namespace

void letters_section(ui::Ui& ui, const std::vector<AgreementNotice>& letters) {
  if (letters.empty()) return;
  ui.heading(2, ui.tr("agreed.letters"_t));
  letter_ui(ui, letters.front());
  disagree_ui(ui, letters.front().disagree);
  for (std::size_t i = 1; i < letters.size(); ++i) letter_ui(ui, letters[i]);
}

}  // namespace alongside::direct_payments
