#include "app/client/plugin_host.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace alongside::client {

void PluginHost::add(std::vector<CatalogEntry> entries) {
  for (CatalogEntry& entry : entries) {
    const auto number = static_cast<std::uint32_t>(plugins_.size() + 1);  // 0 is the shell
    plugins_.push_back(std::make_unique<HostedPlugin>(std::move(entry), number, links_));
  }
}

HostedPlugin* PluginHost::owner_of(std::string_view path) const {
  HostedPlugin* owner = nullptr;
  for (const auto& plugin : plugins_) {
    const CatalogEntry& entry = plugin->entry();
    // A page of its own goes before a pattern it would fit: "/say/safe" before "/say/*".
    if (std::ranges::find(entry.routes, path) != entry.routes.end()) return plugin.get();
    if (owner == nullptr && entry.owns(path)) owner = plugin.get();
  }
  return owner;
}

std::string_view PluginHost::intent_route(std::string_view name) const {
  for (const auto& plugin : plugins_) {
    const std::string_view route = plugin->entry().route_of(name);
    if (!route.empty()) return route;
  }
  return {};
}

void PluginHost::ensure_loading(HostedPlugin& plugin) {
  if (plugin.state() != PluginState::Waiting) return;
  plugin.loading();
  links_.platform().load_plugin(plugin.entry().id, [this, &plugin](Result<PluginModule> loaded) {
    if (loaded.ok()) {
      plugin.open(loaded.value(), words_);
    } else {
      plugin.refuse(std::move(loaded).error());
    }
    if (plugin.state() != PluginState::Ready) {
      links_.platform().log("plugin " + plugin.entry().id + ": " + plugin.error().detail);
    }
    links_.platform().wake();
  });
}

}  // namespace alongside::client
