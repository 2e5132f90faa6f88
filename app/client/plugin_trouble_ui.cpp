#include "app/client/plugin_trouble_ui.hpp"

#include "app/plugin_api/council_ui.hpp"

namespace alongside::client {

using namespace ui::literals;

namespace {

ui::TextKey what_happened(PluginState state) {
  switch (state) {
    case PluginState::Unreachable: return "shell.trouble.unreachable"_t;
    case PluginState::Refused: return "shell.trouble.refused"_t;
    case PluginState::Quarantined: return "shell.trouble.quarantined"_t;
    default: return "shell.trouble.failed"_t;
  }
}

bool trying_again_helps(PluginState state) { return state == PluginState::Unreachable || state == PluginState::Failed; }

}  // namespace

TroubleAnswer plugin_trouble_ui(ui::Ui& ui, const HostedPlugin& plugin, const wire::Council& council) {
  const std::string& name = plugin.entry().label(ui.language());
  ui.heading(1, name);
  if (plugin.state() == PluginState::Loading || plugin.state() == PluginState::Waiting) {
    ui.status("loading", ui.tr("shell.trouble.loading"_t, {{"name", name}}));
    return TroubleAnswer::None;
  }
  ui.illustration("trouble");
  ui.notice(ui::Tone::Warn, ui::Icon::Warning, ui.tr(what_happened(plugin.state()), {{"name", name}}));
  ui.sentence("shell.trouble.rest_works"_t);
  TroubleAnswer answer = TroubleAnswer::None;
  if (trying_again_helps(plugin.state()) &&
      ui.button("again", ui.tr("shell.trouble.again"_t), ui::ButtonLook::Primary)) {
    answer = TroubleAnswer::TryAgain;
  }
  if (!council.help.phone.empty()) {
    ui.link("phone", ui.tr("shell.ring"_t, {{"phone", council.help.phone}}), telephone_link(council.help.phone),
            ui::LinkLook::Standalone, ui::Icon::Phone);
  }
  return answer;
}

}  // namespace alongside::client
