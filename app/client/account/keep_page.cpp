#include "app/client/account/keep_page.hpp"

#include "app/client/account/sign_in_first_ui.hpp"
#include "app/ui/ui.hpp"

namespace alongside::client {

using namespace ui::literals;

KeepPage::KeepPage(OwnPageTools tools) : tools_(tools), chosen_(keep_value(tools.session.keep())) {}

std::string KeepPage::title(const ui::Words& words) const { return words.get("shell.keep"_t); }

void KeepPage::opened(const Route& route) { then_ = inside_href(route.value("then")); }

Result<void> KeepPage::page_ui(ui::Ui& ui) {
  ui.heading(1, ui.tr("shell.keep"_t));
  ui.sentence("shell.keep.lead"_t);
  const auto form = ui.form("form", ui.tr("shell.keep"_t));
  if (keep_choice_ui(ui, chosen_, tell_)) tell_ = TellError::No;
  if (!ui.button("go", ui.tr("shell.keep.go"_t), ui::ButtonLook::Primary)) return {};
  const KeepChoice keep = keep_of(chosen_);
  if (keep == KeepChoice::Unasked) {
    tell_ = TellError::Yes;
    ui.focus("keep");
    return {};
  }
  tools_.session.choose_keep(keep);
  tools_.links.go(then_, History::Replace);
  return {};
}

}  // namespace alongside::client
