#include "app/client/help_page.hpp"

#include "app/client/contact_ui.hpp"
#include "app/client/public_page.hpp"
#include "app/plugin_api/council_ui.hpp"
#include "app/ui/ui.hpp"

namespace alongside::client {

using namespace ui::literals;

namespace {

// What a council has to say to everybody: a person must find it without knowing its name.
void pages_ui(ui::Ui& ui) {
  const auto list = ui.list("pages", ui.tr("shell.pages"_t), ui::ListLook::Plain);
  for (const PublicPageLink& link : public_page_links()) {
    const auto item = ui.list_item(ui::Key(link.id));
    ui.link("open", ui.tr(link.name), link.path, ui::LinkLook::Standalone);
  }
}

// "Ring 999", "Text 999", or the name of a page.
std::string call_text(const ui::Ui& ui, const wire::UrgentNumber& one) {
  if (one.address.starts_with("tel:")) return ui.tr("shell.ring"_t, {{"phone", one.number}});
  return one.address.starts_with("sms:") ? ui.tr("shell.help.text_to"_t, {{"phone", one.number}}) : one.number;
}

// First, since whoever needs it cannot look for it.
void urgent_ui(ui::Ui& ui, const wire::Council& council) {
  ui.heading(2, ui.tr("shell.help.now"_t));
  const auto list = ui.list("urgent", ui.tr("shell.help.now"_t));
  std::uint64_t number = 0;
  for (const wire::UrgentNumber& one : council.urgent) {
    const auto item = ui.list_item(ui::Key("number", ++number));
    const auto card = ui.card("card", ui::CardLook::Soft);
    ui.heading(3, bilingual(one.title, ui.language()));
    ui.link("call", call_text(ui, one), one.address, ui::LinkLook::Button, ui::Icon::Phone);
    bilingual_text_ui(ui, one.words);
  }
}

}  // namespace

std::string HelpPage::title(const ui::Words& words) const { return words.get("shell.help"_t); }

Result<void> HelpPage::page_ui(ui::Ui& ui) {
  ui.heading(1, ui.tr("shell.help"_t));
  if (council_.name.en.empty()) {
    ui.text(ui.tr("shell.help.waiting"_t));
    return {};
  }
  ui.sentence("shell.help.lead"_t, ui::TextLook::Large);
  if (!council_.urgent.empty()) urgent_ui(ui, council_);
  {
    const auto columns = ui.columns("people");
    contact_ui(ui, "help", council_.help);
    contact_ui(ui, "safeguarding", council_.safeguarding);
  }
  ui.notice(ui::Tone::Warn, ui::Icon::Shield, bilingual(council_.emergency, ui.language()));
  {
    const auto card = ui.card("about");
    ui.heading(2, ui.tr("shell.help.about"_t));
    ui.text(ui.tr("shell.help.plain"_t));
    ui.text(ui.tr("shell.help.welsh"_t));
    pages_ui(ui);
  }
  return {};
}

}  // namespace alongside::client
