#include "app/client/shell_frame_ui.hpp"

#include "app/client/account/sign_in_first_ui.hpp"
#include "app/client/device_banner_ui.hpp"
#include "app/client/letters_banner_ui.hpp"
#include "app/client/session/sync_words.hpp"
#include "app/client/session_banner_ui.hpp"
#include "app/plugin_api/council_ui.hpp"

namespace alongside::client {

using namespace ui::literals;

namespace {

// Where what the person does here is kept: one line, spoken when it changes.
void where_your_words_are_ui(ui::Ui& ui, const FrameView& view, const ui::Words& words) {
  if (view.session.standing() == Standing::Starting) return;  // said once, when it is known
  const SyncFacts facts{view.session.standing(),
                        view.session.sync_status(),
                        letters_of(view.letters.status()),
                        view.environment.network,
                        view.files,
                        view.is_begun};
  ui.status("where", sync_sentence(words, facts));
}

// On a phone the name, whom to ring and the way in stand on one line; their icons would break it in two.
constexpr float icons_from = 460;
// On the narrowest the number alone leaves room for the way in; who hears it is still told what it does.
constexpr float ring_from = 300;

void phone_ui(ui::Ui& ui, const std::string& phone) {
  const float width = ui.width();
  const std::string words = ui.tr("shell.ring"_t, {{"phone", phone}});
  ui.link("phone", width < ring_from ? phone : words, telephone_link(phone), ui::LinkLook::Standalone,
          width < icons_from ? ui::Icon::None : ui::Icon::Phone);
  if (width < ring_from) ui.heard_as(words);
}

void person_ui(ui::Ui& ui, const FrameView& view) {
  const auto current = [&](std::string_view path) {
    return view.route.path == path ? ui::Current::Yes : ui::Current::No;
  };
  const Standing standing = view.session.standing();
  if (standing == Standing::Starting) return;
  if (!view.session.known()) {
    const bool elsewhere = view.route.path != "/signin";
    ui.link("signin", ui.tr("shell.sign_in"_t), elsewhere ? sign_in_href(view.route.text()) : "/signin",
            ui::LinkLook::Standalone, ui.width() < icons_from ? ui::Icon::None : ui::Icon::Users, current("/signin"));
    return;
  }
  ui.link("account", view.session.info().name, "/account", ui::LinkLook::Standalone, ui::Icon::Users,
          current("/account"));
  const auto unseen = static_cast<std::int64_t>(view.unseen);
  const std::string inbox = unseen == 0 ? ui.tr("shell.inbox"_t) : ui.plural("shell.inbox.count"_t, unseen);
  ui.link("inbox", inbox, "/inbox", ui::LinkLook::Standalone, ui::Icon::MessageCircle, current("/inbox"));
}

void navigation_ui(ui::Ui& ui, const FrameView& view) {
  const auto navigation = ui.landmark("navigation", ui::Role::Navigation, ui.tr("shell.nav.name"_t));
  const auto list = ui.list("places", {}, ui::ListLook::Navigation);
  const auto entry = [&](ui::Key key, std::string_view label, std::string_view href, ui::Icon icon, bool current) {
    const auto item = ui.list_item(key);
    ui.link("link", label, href, ui::LinkLook::Navigation, icon, current ? ui::Current::Yes : ui::Current::No);
  };
  entry("home", ui.tr("shell.nav.home"_t), "/", ui::Icon::Home, view.route.path == "/");
  const CatalogEntry* open = nullptr;
  for (const auto& plugin : view.host.plugins()) {
    if (plugin->entry().owns(view.route.path)) open = &plugin->entry();
  }
  for (const auto& plugin : view.host.plugins()) {
    const CatalogEntry& it = plugin->entry();
    if (!it.is_in_navigation()) continue;
    const auto hue = ui.hue(it.hue);
    entry(ui::Key("plugin", plugin->number()), it.label(ui.language()), it.first_route(), it.icon,
          it.owns(view.route.path) || (open != nullptr && open->is_part_of(it)));
  }
}

}  // namespace

void header_ui(ui::Ui& ui, const FrameView& view, const ui::Words& words) {
  const auto banner = ui.landmark("banner", ui::Role::Banner);
  {
    const auto row = ui.row("who", ui::RowLook::Ends);
    ui.link("home", ui.tr("shell.name"_t), "/", ui::LinkLook::Brand);
    const std::string& phone = view.council.help.phone;
    if (!phone.empty()) phone_ui(ui, phone);
    person_ui(ui, view);
  }
  navigation_ui(ui, view);
  where_your_words_are_ui(ui, view, words);
  session_banner_ui(ui, view.session, view.route.text());
  letters_banner_ui(ui, view.letters);
  device_banner_ui(ui, view.session);
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
