// trouble_ui: what a page shows while something is on its way, or did not come: one kind sentence
// and, where it makes sense, a way to try again. Used by the find and the service screens.
#pragma once

#include "plugins/local_offer/pages/fetched.hpp"

#include <cstdint>
#include <string_view>

namespace alongside::ui {
class Ui;
}

namespace alongside::local_offer {

enum class Trouble : std::uint8_t { None, TryAgain };

Trouble trouble_ui(ui::Ui& ui, Load load, std::string_view waiting);

}  // namespace alongside::local_offer
