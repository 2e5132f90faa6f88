// One schedule as a sentence in the person's language: "First and third Saturday of the month,
// 10am to noon". Used by the service screen.
#pragma once

#include "plugins/local_offer/model/schedule.hpp"

#include <string>

namespace alongside::ui {
class Ui;
}

namespace alongside::local_offer {

std::string schedule_text(const ui::Ui& ui, const Schedule& schedule);  // empty when it says nothing
std::string validity_text(const ui::Ui& ui, const Schedule& schedule);  // "7 September 2026 to 20 July 2027"

}  // namespace alongside::local_offer
