// What the council wrote in its own files, put into a page for people without scripts. Used by the
// shell's pages and by features' pages.
#pragma once

#include "app/server/html_writer.hpp"
#include "app/server/language.hpp"
#include "app/wire/messages/council.hpp"

#include <string>
#include <string_view>

namespace alongside::server {

std::string_view in_language(const wire::Bilingual& words, Language language);  // English if there is no Welsh

// One element with these words, marked as English where there are no Welsh ones.
void write_council_words(HtmlWriter& html, HtmlName element, const wire::Bilingual& words, Language language);

std::string phone_link(std::string_view phone);  // "01632 960123" → "tel:01632960123"

// Phone, opening hours and email of one contact, under a heading of level 2.
void write_contact(HtmlWriter& html, const wire::Contact& contact, Language language);

}  // namespace alongside::server
