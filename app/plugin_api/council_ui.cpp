#include "app/plugin_api/council_ui.hpp"

namespace alongside {

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

}  // namespace alongside
