#include "plugins/feedback/pages/tell_ui.hpp"

namespace alongside::feedback {

[[gnu::noinline]] void tell(ui::Ui& ui, ui::TextKey words, ui::TextLook look, ui::Icon icon) {
  ui.sentence(words, look, icon);
}

[[gnu::noinline]] void tell_heading(ui::Ui& ui, int level, ui::TextKey words) { ui.heading(level, ui.tr(words)); }

[[gnu::noinline]] void tell_status(ui::Ui& ui, ui::Key key, ui::TextKey words) { ui.status(key, ui.tr(words)); }

[[gnu::noinline]] void tell_wrong(ui::Ui& ui, ui::TextKey words) {
  ui.notice(ui::Tone::Bad, ui::Icon::Warning, ui.tr(words));
}

[[gnu::noinline]] bool press(ui::Ui& ui, ui::Key key, ui::TextKey words, ui::ButtonLook look) {
  return ui.button(key, ui.tr(words), look);
}

}  // namespace alongside::feedback
