// load_trouble_ui: what is said while surveys are fetched, and when they cannot be. Used by both screens.
#pragma once

#include "plugins/feedback/pages/survey_listing.hpp"

#include <cstdint>

namespace alongside::ui {
class Ui;
}

namespace alongside::feedback {

enum class Trouble : std::uint8_t { None, TryAgain };

Trouble load_trouble_ui(ui::Ui& ui, Load load);

}  // namespace alongside::feedback
