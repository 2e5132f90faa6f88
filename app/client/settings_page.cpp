#include "app/client/settings_page.hpp"

#include "app/client/account/keep_choice_ui.hpp"
#include "app/client/plugin_parts_ui.hpp"
#include "app/ui/ui.hpp"

#include <array>
#include <vector>

namespace alongside::client {

using namespace ui::literals;

std::string SettingsPage::title(const ui::Words& words) const { return words.get("shell.settings"_t); }

Result<void> SettingsPage::page_ui(ui::Ui& ui) {
  ui.heading(1, ui.tr("shell.settings"_t));
  ui.sentence("shell.settings.lead"_t);
  group_ui(ui, "reading", ui.tr("shell.settings.reading"_t),
           {&SettingsPage::language_ui, &SettingsPage::words_ui, &SettingsPage::aloud_ui});
  group_ui(
      ui, "looks", ui.tr("shell.settings.looks"_t),
      {&SettingsPage::text_size_ui, &SettingsPage::face_ui, &SettingsPage::spacing_ui, &SettingsPage::appearance_ui});
  group_ui(ui, "using", ui.tr("shell.settings.using"_t),
           {&SettingsPage::view_ui, &SettingsPage::switch_ui, &SettingsPage::leave_ui, &SettingsPage::home_screen_ui});
  if (tools_.session.known()) plugins_ui(ui);
  return {};
}

// Beside each other where there is room.
void SettingsPage::group_ui(ui::Ui& ui, ui::Key key, std::string_view title, std::initializer_list<Part> settings) {
  ui.heading(2, title);
  const auto columns = ui.columns(key);
  for (const Part setting : settings) (this->*setting)(ui);
}

// Only for somebody who is signed in: nobody else has anything to set there, and no module is fetched.
void SettingsPage::plugins_ui(ui::Ui& ui) {
  {
    const auto card = ui.card("keep");
    std::string chosen = keep_value(tools_.session.keep());
    if (keep_choice_ui(ui, chosen)) tools_.session.choose_keep(keep_of(chosen));
    ui.sentence("shell.account.someone_else"_t, ui::TextLook::Soft);
  }
  if (drawn_) load_all(tools_.host);
  if (!drawn_) platform_.wake();
  drawn_ = true;
  settings_sections_ui(ui, tools_.host);
}

void SettingsPage::language_ui(ui::Ui& ui) {
  const std::vector<ui::Choice> choices{{"auto", ui.tr("shell.settings.language.auto"_t)},
                                        {"en", "English", {}, "en"},
                                        {"cy", "Cymraeg", ui.tr("shell.settings.language.welsh_hint"_t), "cy"}};
  std::string chosen = environment_.chosen_language;
  const auto card = ui.card("language");
  if (ui.radio_group("language", {ui.tr("shell.settings.language"_t)}, choices, chosen)) {
    platform_.setting("lang", chosen);
  }
}

void SettingsPage::words_ui(ui::Ui& ui) {
  const std::vector<ui::Choice> choices{{"usual", ui.tr("shell.settings.words.usual"_t)},
                                        {"easy", ui.tr("shell.settings.words.easy"_t)}};
  std::string chosen = environment_.chosen_words;
  const auto card = ui.card("words");
  const ui::FieldText words{ui.tr("shell.settings.words"_t), ui.tr("shell.settings.words.hint"_t)};
  if (ui.radio_group("words", words, choices, chosen)) platform_.setting("words", chosen);
}

void SettingsPage::face_ui(ui::Ui& ui) {
  const std::vector<ui::Choice> choices{{"usual", ui.tr("shell.settings.face.usual"_t)},
                                        {"dyslexic", ui.tr("shell.settings.face.dyslexic"_t)}};
  std::string chosen = environment_.chosen_face;
  const auto card = ui.card("face");
  if (ui.radio_group("face", {ui.tr("shell.settings.face"_t)}, choices, chosen)) platform_.setting("face", chosen);
}

// Only the browser can do it, and only when the person asks.
void SettingsPage::home_screen_ui(ui::Ui& ui) {
  if (environment_.home_screen == HomeScreen::There) return;
  const auto card = ui.card("home_screen");
  ui.heading(3, ui.tr("shell.settings.home_screen"_t));
  ui.sentence("shell.settings.home_screen.seen"_t);
  if (environment_.home_screen == HomeScreen::Menu) return ui.text(ui.tr("shell.settings.home_screen.menu"_t));
  if (ui.button("add", ui.tr("shell.settings.home_screen.add"_t))) platform_.install();
}

void SettingsPage::spacing_ui(ui::Ui& ui) {
  const std::vector<ui::Choice> choices{{"usual", ui.tr("shell.settings.spacing.usual"_t)},
                                        {"wide", ui.tr("shell.settings.spacing.wide"_t)}};
  std::string chosen = environment_.chosen_spacing;
  const auto card = ui.card("spacing");
  if (ui.radio_group("spacing", {ui.tr("shell.settings.spacing"_t)}, choices, chosen)) {
    platform_.setting("spacing", chosen);
  }
}

// Only the page can speak; it then shows its own buttons (web/read_aloud.js).
void SettingsPage::aloud_ui(ui::Ui& ui) {
  bool wanted = environment_.chosen_aloud == "on";
  const auto card = ui.card("aloud");
  if (ui.checkbox("aloud", ui.tr("shell.settings.aloud"_t), wanted)) platform_.setting("aloud", wanted ? "on" : "off");
}

// The page moves the frame and takes what it is on (web/switch_use.js).
void SettingsPage::switch_ui(ui::Ui& ui) {
  const std::vector<ui::Choice> choices{{"off", ui.tr("shell.settings.switch.off"_t)},
                                        {"one", ui.tr("shell.settings.switch.one"_t)},
                                        {"slow", ui.tr("shell.settings.switch.slow"_t)},
                                        {"two", ui.tr("shell.settings.switch.two"_t)}};
  std::string chosen = environment_.chosen_switch;
  const auto card = ui.card("switch");
  const ui::FieldText words{ui.tr("shell.settings.switch"_t), ui.tr("shell.settings.switch.hint"_t)};
  if (ui.radio_group("switch", words, choices, chosen)) platform_.setting("switch", chosen);
}

// The page has the button and the keys, and works before and without the application (web/leave.js).
void SettingsPage::leave_ui(ui::Ui& ui) {
  const std::vector<ui::Choice> choices{{"on", ui.tr("shell.settings.leave.on"_t)},
                                        {"button", ui.tr("shell.settings.leave.button"_t)},
                                        {"off", ui.tr("shell.settings.leave.off"_t)}};
  std::string chosen = environment_.chosen_leave;
  const auto card = ui.card("leave");
  if (ui.radio_group("leave", {ui.tr("shell.settings.leave"_t)}, choices, chosen)) platform_.setting("leave", chosen);
  ui.link("leaving", ui.tr("shell.pages.leaving"_t), "/leaving", ui::LinkLook::Standalone);
}

void SettingsPage::text_size_ui(ui::Ui& ui) {
  constexpr std::array sizes{"100", "125", "150", "200", "300", "400"};
  std::vector<ui::Choice> choices;
  for (const char* size : sizes) choices.push_back({size, ui.tr("shell.settings.text.size"_t, {{"percent", size}})});
  std::string chosen = environment_.chosen_text;
  const auto card = ui.card("text");
  if (ui.select("text", {ui.tr("shell.settings.text"_t)}, choices, chosen)) platform_.setting("text", chosen);
}

void SettingsPage::appearance_ui(ui::Ui& ui) {
  const std::vector<ui::Choice> choices{{"auto", ui.tr("shell.settings.appearance.auto"_t)},
                                        {"light", ui.tr("shell.settings.appearance.light"_t)},
                                        {"dark", ui.tr("shell.settings.appearance.dark"_t)},
                                        {"contrast", ui.tr("shell.settings.appearance.contrast"_t)}};
  std::string chosen = environment_.chosen_appearance;
  const auto card = ui.card("appearance");
  if (ui.radio_group("appearance", {ui.tr("shell.settings.appearance"_t)}, choices, chosen)) {
    platform_.setting("theme", chosen);
  }
}

void SettingsPage::view_ui(ui::Ui& ui) {
  const std::vector<ui::Choice> choices{{"auto", ui.tr("shell.settings.view.auto"_t)},
                                        {"canvas", ui.tr("shell.settings.view.canvas"_t)},
                                        {"plain", ui.tr("shell.settings.view.plain"_t)}};
  std::string chosen = environment_.chosen_view;
  const auto card = ui.card("view");
  const ui::FieldText words{ui.tr("shell.settings.view"_t), ui.tr("shell.settings.view.hint"_t)};
  if (ui.radio_group("view", words, choices, chosen)) platform_.setting("view", chosen);
}

}  // namespace alongside::client
