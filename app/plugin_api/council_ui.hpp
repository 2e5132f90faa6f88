// Small helpers for what the council wrote: choosing the language of a Bilingual, and making links
// of phone numbers and addresses. Used by the shell's own pages and by plugins' pages.
#pragma once

#include "app/ui/ui.hpp"
#include "app/wire/messages/council.hpp"

#include <string>
#include <string_view>

namespace alongside {

// The council's words in `language`, or in English where it has not written them in Welsh.
const std::string& bilingual(const wire::Bilingual& words, ui::Language language);

// A paragraph of the council's words, marked as English where that is what it is.
void bilingual_text_ui(ui::Ui& ui, const wire::Bilingual& words, ui::TextLook look = ui::TextLook::Body);

std::string telephone_link(std::string_view phone);  // "01632 960123" → "tel:01632960123"
std::string email_link(std::string_view email);

}  // namespace alongside
