// What a person sees in place of a plugin's page while its module loads, or when it will not: the
// plugin by its name, what that means, what to do, and the phone number. Called by Shell.
#pragma once

#include "app/client/hosted_plugin.hpp"
#include "app/ui/ui.hpp"
#include "app/wire/messages/council.hpp"

#include <cstdint>

namespace alongside::client {

enum class TroubleAnswer : std::uint8_t { None, TryAgain };

TroubleAnswer plugin_trouble_ui(ui::Ui& ui, const HostedPlugin& plugin, const wire::Council& council);

}  // namespace alongside::client
