// What the service's page and the home page show of asking to be told.
#pragma once

#include "plugins/local_offer/pages/told_book.hpp"

#include <string>

namespace alongside::ui {
class Ui;
}

namespace alongside::local_offer {

std::string tell_text(const ui::Ui& ui, TellOf of);  // "when it has a place"
// The part of a service's page where somebody asks: a press to ask, a press to stop.
void tell_section(ui::Ui& ui, const ServiceSummary& service, ToldBook& book, Host& host);
bool has_told_summary(ToldBook& book);
void told_summary_ui(ui::Ui& ui, ToldBook& book);

}  // namespace alongside::local_offer
