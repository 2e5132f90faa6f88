#include "plugins/direct_payments/pages/sign_in_ui.hpp"

#include "app/ui/ui.hpp"

namespace alongside::direct_payments {

using namespace ui::literals;

void sign_in_ui(ui::Ui& ui, const Route& here, ui::TextKey why) {
  Route sign_in{"/signin", {}};
  sign_in.set("then", here.text());
  const auto card = ui.card("signing_in", ui::CardLook::Band);
  ui.heading(2, ui.tr("direct_payments.sign_in.title"_t));
  ui.sentence(why);
  ui.link("sign_in", ui.tr("direct_payments.sign_in.go"_t), sign_in.text(), ui::LinkLook::Button, ui::Icon::DoorOpen);
}

}  // namespace alongside::direct_payments
