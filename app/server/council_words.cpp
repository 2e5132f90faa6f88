#include "app/server/council_words.hpp"

namespace alongside::server {

std::string_view in_language(const wire::Bilingual& words, Language language) {
  return language == Language::Welsh && !words.cy.empty() ? words.cy : words.en;
}

void write_council_words(HtmlWriter& html, HtmlName element, const wire::Bilingual& words, Language language) {
  const bool fallback = language == Language::Welsh && words.cy.empty();
  if (fallback) {
    html.element(element, {{"lang", "en"}}, words.en);
  } else {
    html.element(element, in_language(words, language));
  }
}

std::string phone_link(std::string_view phone) {
  std::string link = "tel:";
  for (const char c : phone) {
    if ((c >= '0' && c <= '9') || c == '+') link += c;
  }
  return link;
}

void write_contact(HtmlWriter& html, const wire::Contact& contact, Language language) {
  write_council_words(html, "h2", contact.title, language);
  html.open("p").open("a", {{"class", "phone link-button"}, {"href", phone_link(contact.phone)}});
  html.text(Sentence{"Ring ", "Ffonio "}.in(language)).text(contact.phone).close().close();
  write_council_words(html, "p", contact.hours, language);
  if (contact.email.empty()) return;
  html.open("p").link("mailto:" + contact.email, contact.email).close();
}

}  // namespace alongside::server
