// Several weekdays as one phrase in the person's language: "Monday to Friday", "Saturday, Sunday".
// Used by the cards and by the service screen.
#pragma once

#include <cstdint>
#include <string>

namespace alongside::ui {
class Ui;
}

namespace alongside::local_offer {

std::string day_name(const ui::Ui& ui, unsigned weekday);    // 0 is Monday
std::string days_text(const ui::Ui& ui, std::uint8_t days);  // day_bit()s; empty for none

}  // namespace alongside::local_offer
