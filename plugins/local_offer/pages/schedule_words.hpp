// One schedule as a sentence in the person's language: "First and third Saturday of the month,
// 10am to noon". Used by the service screen.
#pragma once

#include "plugins/local_offer/model/schedule.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace alongside::ui {
class Ui;
}

namespace alongside::local_offer {

// "9am to 9:30am"; empty without a beginning.
std::string hours_text(const ui::Ui& ui, std::optional<std::uint16_t> opens_at, std::optional<std::uint16_t> closes_at);
std::string schedule_text(const ui::Ui& ui, const Schedule& schedule);  // empty when it says nothing
std::string validity_text(const ui::Ui& ui, const Schedule& schedule);  // "7 September 2026 to 20 July 2027"

}  // namespace alongside::local_offer
