// SettingsPage: language, easy read, text size, letters and spacing, reading aloud, appearance, plain page, home
// screen. Each choice takes effect at once and is kept on this device by the page (web/environment.js); then what each
// plugin has to set. The shell's own.
#pragma once

#include "app/client/own_page_tools.hpp"
#include "app/plugin_api/page.hpp"
#include "app/ui/key.hpp"

#include <initializer_list>
#include <string>
#include <string_view>

namespace alongside::client {

class SettingsPage final : public Page {
 public:
  explicit SettingsPage(OwnPageTools tools)
      : tools_(tools), platform_(tools.links.platform()), environment_(tools.environment) {}

  std::string title(const ui::Words& words) const override;
  Result<void> page_ui(ui::Ui& ui) override;

 private:
  using Part = void (SettingsPage::*)(ui::Ui&);

  void group_ui(ui::Ui& ui, ui::Key key, std::string_view title, std::initializer_list<Part> settings);
  void language_ui(ui::Ui& ui);
  void words_ui(ui::Ui& ui);
  void text_size_ui(ui::Ui& ui);
  void spacing_ui(ui::Ui& ui);
  void face_ui(ui::Ui& ui);
  void home_screen_ui(ui::Ui& ui);
  void aloud_ui(ui::Ui& ui);
  void switch_ui(ui::Ui& ui);
  void leave_ui(ui::Ui& ui);
  void appearance_ui(ui::Ui& ui);
  void view_ui(ui::Ui& ui);
  void plugins_ui(ui::Ui& ui);

  OwnPageTools tools_;
  Platform& platform_;
  const Environment& environment_;
  bool drawn_ = false;
};

}  // namespace alongside::client
