#include "app/client/letters_banner_ui.hpp"

namespace alongside::client {

using namespace ui::literals;

void letters_banner_ui(ui::Ui& ui, LetterBox& letters) {
  const LetterStatus& status = letters.status();
  if (status.refused <= status.refusals_seen) return;
  const auto region = ui.landmark("letters", ui::Role::Region, ui.tr("shell.letters.region"_t));
  const auto unread = static_cast<std::int64_t>(status.refused - status.refusals_seen);
  ui.notice(ui::Tone::Warn, ui::Icon::Warning, ui.plural("shell.letters.refused"_t, unread));
  if (ui.button("seen", ui.tr("shell.letters.seen"_t))) letters.see_refusals();
}

}  // namespace alongside::client
