// SettingsPage: language, text size, appearance, plain page. Each choice takes effect at once and is
// kept on this device by the page (web/environment.js). The shell's own.
#pragma once

#include "app/client/environment.hpp"
#include "app/client/platform.hpp"
#include "app/plugin_api/page.hpp"

namespace alongside::client {

class SettingsPage final : public Page {
 public:
  SettingsPage(Platform& platform, const Environment& environment) : platform_(platform), environment_(environment) {}

  std::string title(const ui::Words& words) const override;
  Result<void> page_ui(ui::Ui& ui) override;

 private:
  void language_ui(ui::Ui& ui);
  void text_size_ui(ui::Ui& ui);
  void appearance_ui(ui::Ui& ui);
  void view_ui(ui::Ui& ui);

  Platform& platform_;
  const Environment& environment_;
};

}  // namespace alongside::client
