#include "app/client/home_page.hpp"

#include "app/base/clock.hpp"
#include "app/client/bilingual_ui.hpp"
#include "app/plugin_api/route.hpp"
#include "app/ui/ui.hpp"

namespace alongside::client {

using namespace ui::literals;

namespace {

// The address at which the local offer is searched, whichever plugin answers there.
constexpr std::string_view search_address = "/find";

}  // namespace

std::string HomePage::title(const ui::Words& words) const { return words.get("shell.nav.home"_t); }

Result<void> HomePage::page_ui(ui::Ui& ui) {
  const auto split = ui.split("home", 0.5f);
  {
    const auto question = ui.pane("question");
    ui.heading(1, ui.tr("shell.home.title"_t));
    ui.text(ui.tr("shell.home.lead"_t), ui::TextLook::Large);
    if (host_.owner_of(search_address) != nullptr) search_ui(ui);
    const wire::Council& council = links_.council();
    if (!council.emergency.en.empty()) {
      ui.notice(ui::Tone::Warn, ui::Icon::Shield, bilingual(council.emergency, ui.language()));
    }
  }
  const auto ways = ui.pane("ways");
  ways_in_ui(ui);
  return {};
}

void HomePage::search_ui(ui::Ui& ui) {
  const auto card = ui.card("search", ui::CardLook::Soft);
  const auto search = ui.landmark("form", ui::Role::Search, ui.tr("shell.home.search"_t));
  ui.text_field("words", {ui.tr("shell.home.search_label"_t), ui.tr("shell.home.search_hint"_t)}, words_wanted_,
                {.type = ui::InputType::Search, .mode = ui::InputMode::Search, .max_length = 120});
  if (ui.button("go", ui.tr("shell.home.search_go"_t), ui::ButtonLook::Primary, ui::Icon::Search)) {
    Route route{std::string(search_address), {}};
    route.set("q", words_wanted_);
    links_.go(route.text(), History::Push);
  }
}

void HomePage::ways_in_ui(ui::Ui& ui) {
  ui.heading(2, ui.tr("shell.home.ways"_t));
  const auto list = ui.list("ways");
  for (const auto& plugin : host_.plugins()) {
    const CatalogEntry& entry = plugin->entry();
    const auto hue = ui.hue(entry.hue);
    const auto item = ui.list_item(ui::Key("plugin", plugin->number()));
    const auto card = ui.card("card", ui::CardLook::Card, entry.first_route());
    ui.link("link", entry.label(ui.language()), entry.first_route(), ui::LinkLook::CardTitle, entry.icon);
    if (!entry.about(ui.language()).empty()) ui.text(entry.about(ui.language()));
  }
}

}  // namespace alongside::client
