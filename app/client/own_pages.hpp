// The shell's own pages by their path. Called by Shell when the person goes to an address that
// belongs to no plugin.
#pragma once

#include "app/client/own_page_tools.hpp"
#include "app/plugin_api/page.hpp"

#include <memory>
#include <string_view>

namespace alongside::client {

std::unique_ptr<Page> make_own_page(std::string_view path, const OwnPageTools& tools);

}  // namespace alongside::client
