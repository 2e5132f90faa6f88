#include "app/client/missing_page.hpp"

#include "app/ui/ui.hpp"

namespace alongside::client {

using namespace ui::literals;

std::string MissingPage::title(const ui::Words& words) const { return words.get("shell.missing.title"_t); }

Result<void> MissingPage::page_ui(ui::Ui& ui) {
  ui.heading(1, ui.tr("shell.missing.title"_t));
  ui.illustration("lost");
  ui.sentence("shell.missing.text"_t);
  ui.link("home", ui.tr("shell.missing.home"_t), "/", ui::LinkLook::Button, ui::Icon::Home);
  return {};
}

}  // namespace alongside::client
