#include "app/client/bilingual_ui.hpp"

namespace alongside::client {

using namespace ui::literals;

const std::string& bilingual(const wire::Bilingual& words, ui::Language language) {
  return language == ui::Language::Welsh && !words.cy.empty() ? words.cy : words.en;
}

void bilingual_text_ui(ui::Ui& ui, const wire::Bilingual& words, ui::TextLook look) {
  const bool fallback = ui.language() == ui::Language::Welsh && words.cy.empty();
  if (fallback) {
    const auto english = ui.language_of(ui::Language::English);
    ui.text(words.en, look);
  } else {
    ui.text(bilingual(words, ui.language()), look);
  }
}

std::string telephone_link(std::string_view phone) {
  std::string link = "tel:";
  for (const char c : phone) {
    if ((c >= '0' && c <= '9') || c == '+') link += c;
  }
  return link;
}

std::string email_link(std::string_view email) { return "mailto:" + std::string(email); }

void contact_ui(ui::Ui& ui, ui::Key key, const wire::Contact& contact) {
  const auto card = ui.card(key);
  ui.heading(2, bilingual(contact.title, ui.language()));
  if (!contact.phone.empty()) {
    ui.link("phone", ui.tr("shell.ring"_t, {{"phone", contact.phone}}), telephone_link(contact.phone),
            ui::LinkLook::Standalone, ui::Icon::Phone);
  }
  if (!contact.email.empty()) {
    ui.link("email", contact.email, email_link(contact.email), ui::LinkLook::Standalone, ui::Icon::MessageCircle);
  }
  if (!contact.hours.en.empty()) bilingual_text_ui(ui, contact.hours, ui::TextLook::Soft);
}

}  // namespace alongside::client
