#include "app/client/home_page.hpp"

#include "app/client/plugin_parts_ui.hpp"
#include "app/plugin_api/council_ui.hpp"
#include "app/plugin_api/public_notes.hpp"
#include "app/plugin_api/route.hpp"
#include "app/ui/ui.hpp"

#include <algorithm>

namespace alongside::client {

using namespace ui::literals;

namespace {

// The address at which the local offer is searched, whichever plugin answers there.
constexpr std::string_view search_address = "/find";

// A card that lists more parts than this is a long one.
constexpr std::ptrdiff_t few_parts = 3;

// By other plugins only: where it begins is not an address.
bool is_led_to(const CatalogEntry& entry) { return entry.first_route().ends_with("/*"); }

bool is_listed_in(const CatalogEntry& part, const CatalogEntry& whole) {
  return part.is_part_of(whole) && !is_led_to(part);
}

}  // namespace

std::string HomePage::title(const ui::Words& words) const { return words.get("shell.nav.home"_t); }

// What somebody needs stands first, and beside it on a wide screen what is theirs; the ways in lie below, in columns.
Result<void> HomePage::page_ui(ui::Ui& ui) {
  const float whole = ui.width();
  auto you = You::AmongWays;
  {
    const auto split = ui.split("home", 0.6f);
    {
      const auto question = ui.pane("question");
      greeting_ui(ui);
      if (tools_.host.owner_of(search_address) != nullptr) search_ui(ui);
    }
    const auto beside = ui.pane("beside");
    if (!tools_.session.known() && ui.width() < whole) ui.illustration("together");
    urgent_ui(ui);
    if (tools_.session.known())
      own_things_ui(ui);
    else
      noted_things_ui(ui);
    if (ui.width() < whole) you = You::Beside;
    if (you == You::Beside) you_ui(ui);
  }
  ways_in_ui(ui, you);
  return {};
}

void HomePage::urgent_ui(ui::Ui& ui) {
  if (tools_.council.emergency.en.empty()) return;
  ui.notice(ui::Tone::Warn, ui::Icon::Shield, bilingual(tools_.council.emergency, ui.language()));
  ui.link("now", ui.tr("shell.help.now"_t), "/help", ui::LinkLook::Standalone, ui::Icon::Phone);
}

void HomePage::greeting_ui(ui::Ui& ui) {
  const wire::SessionInfo& info = tools_.session.info();
  if (tools_.session.known()) {
    const std::string first(info.name.substr(0, info.name.find(' ')));
    ui.heading(1, ui.tr("shell.home.title_name"_t, {{"name", first}}));
  } else {
    ui.heading(1, ui.tr("shell.home.title"_t));
    ui.sentence("shell.home.lead"_t, ui::TextLook::Large);
  }
  const bool unasked = tools_.session.standing() == Standing::SignedIn && tools_.session.keep() == KeepChoice::Unasked;
  if (!unasked) return;
  const auto card = ui.card("keep", ui::CardLook::Soft);
  ui.sentence("shell.keep.unasked"_t);
  ui.link("keep", ui.tr("shell.keep.answer"_t), "/keep", ui::LinkLook::Standalone);
}

// The first drawing shows the page; what the plugins have to say comes after it.
void HomePage::own_things_ui(ui::Ui& ui) {
  if (drawn_) load_all(tools_.host);
  if (!drawn_) tools_.links.platform().wake();
  drawn_ = true;
  summaries_ui(ui, tools_.host);
}

// Whoever asked on this device to be told something need not be signed in to be told.
void HomePage::noted_things_ui(ui::Ui& ui) {
  bool has_notes = false;
  for (const auto& plugin : tools_.host.plugins()) {
    if (tools_.links.public_notes().all(plugin->entry().id + ".").empty()) continue;
    has_notes = true;
    tools_.host.ensure_loading(*plugin);
  }
  if (has_notes) summaries_ui(ui, tools_.host);
}

void HomePage::search_ui(ui::Ui& ui) {
  const auto card = ui.card("search", ui::CardLook::Soft);
  const auto search = ui.landmark("form", ui::Role::Search, ui.tr("shell.home.search"_t));
  const auto row = ui.row("ask");  // side by side where there is room
  ui.text_field("words", {ui.tr("shell.home.search_label"_t), ui.tr("shell.home.search_hint"_t)}, words_wanted_,
                {.type = ui::InputType::Search, .mode = ui::InputMode::Search, .max_length = 120});
  if (ui.button("go", ui.tr("shell.home.search_go"_t), ui::ButtonLook::Primary, ui::Icon::Search)) {
    Route route{std::string(search_address), {}};
    route.set("q", words_wanted_);
    tools_.links.go(route.text(), History::Push);
  }
}

// A card for each of the few main ways; what belongs to one is listed in it, so that more of it makes no more cards.
// Those with a long list come last: beside each other cards are equally high, and a short one would be half empty.
void HomePage::ways_in_ui(ui::Ui& ui, You you) {
  ui.heading(2, ui.tr("shell.home.ways"_t));
  const auto list = ui.list("ways");
  ways_in_ui(ui, Parts::Few);
  if (you == You::AmongWays) {
    const auto item = ui.list_item("you");
    you_ui(ui);
  }
  ways_in_ui(ui, Parts::Many);
}

void HomePage::ways_in_ui(ui::Ui& ui, Parts wanted) {
  const auto& plugins = tools_.host.plugins();
  for (const auto& plugin : plugins) {
    const CatalogEntry& entry = plugin->entry();
    const auto holds = [&entry](const auto& other) { return entry.is_part_of(other->entry()); };
    if (is_led_to(entry) || std::ranges::any_of(plugins, holds)) continue;
    const auto listed =
        std::ranges::count_if(plugins, [&](const auto& other) { return is_listed_in(other->entry(), entry); });
    if ((listed > few_parts ? Parts::Many : Parts::Few) == wanted) way_in_ui(ui, *plugin);
  }
}

void HomePage::way_in_ui(ui::Ui& ui, const HostedPlugin& plugin) {
  const CatalogEntry& entry = plugin.entry();
  const auto hue = ui.hue(entry.hue);
  const auto item = ui.list_item(ui::Key("plugin", plugin.number()));
  const auto card = ui.card("card", ui::CardLook::Card, entry.first_route());
  ui.link("link", entry.label(ui.language()), entry.first_route(), ui::LinkLook::CardTitle, entry.icon);
  if (!entry.about(ui.language()).empty()) ui.text(entry.about(ui.language()));
  const auto belongs = [&entry](const auto& other) { return is_listed_in(other->entry(), entry); };
  const auto& plugins = tools_.host.plugins();
  if (std::ranges::none_of(plugins, belongs)) return;
  const auto parts = ui.list("parts", {}, ui::ListLook::Plain);
  for (const auto& other : plugins) {
    if (!belongs(other)) continue;
    const auto part = ui.list_item(ui::Key("plugin", other->number()));
    ui.link("link", other->entry().label(ui.language()), other->entry().first_route(), ui::LinkLook::Standalone);
  }
}

// What is about the person rather than about short breaks: the shell's own.
void HomePage::you_ui(ui::Ui& ui) {
  const bool known = tools_.session.known();
  const std::string href = known ? "/account" : "/signin";
  const auto card = ui.card("you", ui::CardLook::Card, href);
  ui.link("link", known ? ui.tr("shell.account"_t) : ui.tr("shell.sign_in"_t), href, ui::LinkLook::CardTitle,
          ui::Icon::Users);
  ui.sentence(known ? "shell.home.you"_t : "shell.sign_in.lead"_t);
  const auto parts = ui.list("parts", {}, ui::ListLook::Plain);
  const auto part = [&ui](ui::Key key, std::string_view words, std::string_view to) {
    const auto one = ui.list_item(key);
    ui.link("link", words, to, ui::LinkLook::Standalone);
  };
  if (known) {
    part("about_us", ui.tr("shell.about_us"_t), "/about-us");
    part("everything", ui.tr("shell.everything"_t), "/everything");
  } else {
    part("privacy", ui.tr("shell.pages.privacy"_t), "/privacy");
  }
  part("settings", ui.tr("shell.settings"_t), "/settings");
}

}  // namespace alongside::client
