// The known terms of the feed's vocabularies in the person's language. A term we have no words for
// is shown as the feed has it, marked as English. Used by the cards and by the service screen.
#pragma once

#include "plugins/local_offer/model/terms.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace alongside::ui {
class Ui;
}

namespace alongside::local_offer {

std::optional<std::string> known_term(const ui::Ui& ui, std::string_view term);
void term_ui(ui::Ui& ui, std::string_view term);  // as text, with its language
std::string tier_text(const ui::Ui& ui, Tier tier);
std::string way_in_text(const ui::Ui& ui, WayIn way);

}  // namespace alongside::local_offer
