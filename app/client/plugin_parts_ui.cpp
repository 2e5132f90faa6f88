#include "app/client/plugin_parts_ui.hpp"

namespace alongside::client {

using namespace ui::literals;

namespace {

// A failure is told in the place where the plugin's words would have stood.
void failed_ui(ui::Ui& ui, HostedPlugin& plugin) {
  const auto card = ui.card(ui::Key("failed", plugin.number()));
  ui.notice(ui::Tone::Warn, ui::Icon::Warning,
            ui.tr("shell.trouble.failed"_t, {{"name", plugin.entry().label(ui.language())}}));
  if (plugin.state() == PluginState::Failed && ui.button("again", ui.tr("shell.trouble.again"_t))) plugin.try_again();
}

bool has_summary(HostedPlugin& plugin, const Registrar::Summary& summary) {
  bool has = false;
  plugin.run([&]() -> Result<void> {
    has = summary.has();
    return {};
  });
  return has;
}

void card_ui(ui::Ui& ui, HostedPlugin& plugin, ui::Key key, const std::function<Result<void>(ui::Ui&)>& draw) {
  const auto hue = ui.hue(plugin.entry().hue);
  const auto card = ui.card(key, ui::CardLook::Band);
  ui.heading(2, plugin.entry().label(ui.language()));
  const auto owner = ui.owned_by(plugin.number());
  plugin.run([&] { return draw(ui); });
}

bool has_failed(const HostedPlugin& plugin) {
  return plugin.state() == PluginState::Failed || plugin.state() == PluginState::Quarantined;
}

}  // namespace

void summaries_ui(ui::Ui& ui, const PluginHost& host) {
  for (const auto& plugin : host.plugins()) {
    std::uint64_t number = std::uint64_t{plugin->number()} << 32;
    for (const Registrar::Summary& summary : plugin->summaries()) {
      ++number;
      if (plugin->state() != PluginState::Ready || !has_summary(*plugin, summary)) continue;
      card_ui(ui, *plugin, ui::Key("summary", number), summary.draw);
    }
    if (has_failed(*plugin)) failed_ui(ui, *plugin);
  }
}

void settings_sections_ui(ui::Ui& ui, const PluginHost& host) {
  for (const auto& plugin : host.plugins()) {
    std::uint64_t number = std::uint64_t{plugin->number()} << 32;
    for (const HostedPlugin::Section& section : plugin->settings_sections()) {
      ++number;
      if (plugin->state() == PluginState::Ready) card_ui(ui, *plugin, ui::Key("section", number), section);
    }
    if (has_failed(*plugin)) failed_ui(ui, *plugin);
  }
}

void ways_beside_ui(ui::Ui& ui, const PluginHost& host, const Route& route, std::string_view title) {
  for (const auto& plugin : host.plugins()) {
    const CatalogEntry::Beside& beside = plugin->entry().beside;
    if (beside.at.empty() || !route_matches(beside.at, route.path)) continue;
    const std::string_view before = std::string_view(beside.at).substr(0, beside.at.size() - 2);
    Route to{beside.to.substr(0, beside.to.size() - 1) + std::string(route.tail(before)), {}};
    to.set("name", title);
    ui.link(ui::Key("beside", plugin->number()), beside.label(ui.language()), to.text(), ui::LinkLook::Standalone,
            plugin->entry().icon);
  }
}

void load_all(PluginHost& host) {
  for (const auto& plugin : host.plugins()) {
    if (plugin->entry().beside.at.empty()) host.ensure_loading(*plugin);
  }
}

}  // namespace alongside::client
