#include "plugins/direct_payments/pages/agreed/what_for_ui.hpp"

#include "app/plugin_api/council_ui.hpp"
#include "app/ui/ui.hpp"
#include "plugins/direct_payments/pages/agreed/agreed_words.hpp"

#include <algorithm>

namespace alongside::direct_payments {

using namespace ui::literals;

namespace {

void rules_ui(ui::Ui& ui, const AgreedWords& agreed, SpendVerdict verdict, const std::string& title) {
  const bool has_any = std::any_of(agreed.rules.begin(), agreed.rules.end(),
                                   [verdict](const SpendRule& rule) { return rule.verdict == verdict; });
  if (!has_any) return;
  ui.heading(3, title);
  const auto list = ui.list(ui::Key("rules", static_cast<std::size_t>(verdict)), title, ui::ListLook::Bullets);
  for (std::size_t i = 0; i < agreed.rules.size(); ++i) {
    if (agreed.rules[i].verdict != verdict) continue;
    const auto item = ui.list_item(ui::Key("rule", i));
    bilingual_text_ui(ui, agreed.rules[i].words);
  }
}

}  // namespace

void what_for_section(ui::Ui& ui, const AgreedWords& agreed) {
  const auto card = ui.card("what_for");
  ui.heading(2, ui.tr("agreed.what_for"_t));
  {
    const auto list = ui.list("outcomes", ui.tr("agreed.what_for"_t), ui::ListLook::Bullets);
    for (const PlanOutcome& outcome : agreed.outcomes) {
      const auto item = ui.list_item(ui::Key("outcome", outcome.number));
      bilingual_text_ui(ui, outcome.words);
    }
  }
  rules_ui(ui, agreed, SpendVerdict::Yes, ui.tr("agreed.what_for.yes"_t));
  rules_ui(ui, agreed, SpendVerdict::AskFirst, ui.tr("agreed.what_for.ask_first"_t));
  rules_ui(ui, agreed, SpendVerdict::No, ui.tr("agreed.what_for.no"_t));
  ui.text(bilingual(agreed.source, ui.language()) + ", " + long_day_text(ui, agreed.source_date), ui::TextLook::Soft);
}

}  // namespace alongside::direct_payments
