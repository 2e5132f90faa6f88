#include "app/client/contact_ui.hpp"

#include "app/plugin_api/council_ui.hpp"

namespace alongside::client {

using namespace ui::literals;

void contact_ui(ui::Ui& ui, ui::Key key, const wire::Contact& contact) {
  const auto card = ui.card(key);
  ui.heading(2, bilingual(contact.title, ui.language()));
  if (!contact.phone.empty()) {
    ui.link("phone", ui.tr("shell.ring"_t, {{"phone", contact.phone}}), telephone_link(contact.phone),
            ui::LinkLook::Standalone, ui::Icon::Phone);
  }
  if (!contact.email.empty()) {
    ui.link("email", contact.email, email_link(contact.email), ui::LinkLook::Standalone, ui::Icon::MessageCircle);
  }
  if (!contact.hours.en.empty()) bilingual_text_ui(ui, contact.hours, ui::TextLook::Soft);
}

}  // namespace alongside::client
