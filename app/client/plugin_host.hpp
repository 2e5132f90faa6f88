// PluginHost: all plugins of this deployment, each fetched the first time the person goes to one
// of its routes. Owned by Shell. Names no plugin: what there is comes from the catalogue.
#pragma once

#include "app/client/hosted_plugin.hpp"

#include <memory>
#include <string_view>
#include <vector>

namespace alongside::client {

class PluginHost {
 public:
  PluginHost(ShellLinks& links, ui::Words& words) : links_(links), words_(words) {}

  void add(std::vector<CatalogEntry> entries);
  const std::vector<std::unique_ptr<HostedPlugin>>& plugins() const { return plugins_; }
  HostedPlugin* owner_of(std::string_view path) const;
  // Where some plugin takes this intent; empty when none does.
  std::string_view intent_route(std::string_view name) const;
  // Starts fetching the module unless that has been done; a frame is drawn when it is there.
  void ensure_loading(HostedPlugin& plugin);

 private:
  ShellLinks& links_;
  ui::Words& words_;
  std::vector<std::unique_ptr<HostedPlugin>> plugins_;
};

}  // namespace alongside::client
