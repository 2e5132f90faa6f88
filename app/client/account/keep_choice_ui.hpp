// The question that is asked once on each device: may the family's things stay here? Drawn by the
// page after the first sign-in and by the account page.
#pragma once

#include "app/client/session/device_memory.hpp"
#include "app/ui/ui.hpp"

#include <string>

namespace alongside::client {

enum class TellError : bool { No, Yes };

// True in the frame in which `chosen` changed: "yes", "no", or empty before any choice.
bool keep_choice_ui(ui::Ui& ui, std::string& chosen, TellError tell = TellError::No);

std::string keep_value(KeepChoice keep);
KeepChoice keep_of(std::string_view value);

}  // namespace alongside::client
