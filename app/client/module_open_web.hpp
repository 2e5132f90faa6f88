// open_module_file(): opens a side module whose verified bytes the page has laid ready (web/app_loader.js), and finds
// its three entry points. Called by PlatformWeb; the only place that uses dlopen.
#pragma once

#include "app/client/platform.hpp"

#include <functional>
#include <string>

namespace alongside::client {

void open_module_file(const std::string& file, std::function<void(Result<PluginModule>)> done);

}  // namespace alongside::client
