#include "app/client/shell_frame_ui.hpp"

#include "app/client/bilingual_ui.hpp"

namespace alongside::client {

using namespace ui::literals;

namespace {

// Where what the person does here is kept. Until people can sign in, nothing leaves the device.
void where_your_words_are_ui(ui::Ui& ui, const FrameView& view) {
  const bool offline = view.environment.network == Network::Offline;
  ui.status("where", ui.tr(offline ? "shell.where.offline"_t : "shell.where.here"_t));
}

void navigation_ui(ui::Ui& ui, const FrameView& view) {
  const auto navigation = ui.landmark("navigation", ui::Role::Navigation, ui.tr("shell.nav.name"_t));
  const auto list = ui.list("places", {}, ui::ListLook::Navigation);
  const auto entry = [&](ui::Key key, std::string_view label, std::string_view href, ui::Icon icon, bool current) {
    const auto item = ui.list_item(key);
    ui.link("link", label, href, ui::LinkLook::Navigation, icon, current ? ui::Current::Yes : ui::Current::No);
  };
  entry("home", ui.tr("shell.nav.home"_t), "/", ui::Icon::Home, view.route.path == "/");
  for (const auto& plugin : view.host.plugins()) {
    const CatalogEntry& it = plugin->entry();
    const auto hue = ui.hue(it.hue);
    entry(ui::Key("plugin", plugin->number()), it.label(ui.language()), it.first_route(), it.icon,
          it.owns(view.route.path));
  }
}

}  // namespace

void header_ui(ui::Ui& ui, const FrameView& view) {
  const auto banner = ui.landmark("banner", ui::Role::Banner);
  {
    const auto row = ui.row("who");
    ui.link("home", ui.tr("shell.name"_t), "/", ui::LinkLook::Standalone);
    const std::string& phone = view.council.help.phone;
    if (!phone.empty()) {
      ui.link("phone", ui.tr("shell.ring"_t, {{"phone", phone}}), telephone_link(phone), ui::LinkLook::Standalone,
              ui::Icon::Phone);
    }
  }
  navigation_ui(ui, view);
  where_your_words_are_ui(ui, view);
}

void footer_ui(ui::Ui& ui, const FrameView& view) {
  const auto footer = ui.landmark("footer", ui::Role::ContentInfo);
  const std::string& council = bilingual(view.council.name, ui.language());
  if (!council.empty()) ui.text(ui.tr("shell.name_at"_t, {{"council", council}}), ui::TextLook::Soft);
  const auto row = ui.row("links");
  const auto current = [&](std::string_view path) {
    return view.route.path == path ? ui::Current::Yes : ui::Current::No;
  };
  ui.link("help", ui.tr("shell.help"_t), "/help", ui::LinkLook::Standalone, ui::Icon::Help, current("/help"));
  ui.link("settings", ui.tr("shell.settings"_t), "/settings", ui::LinkLook::Standalone, ui::Icon::Settings,
          current("/settings"));
}

}  // namespace alongside::client
