#include "plugins/local_offer/pages/device_ui.hpp"

#include "app/ui/ui.hpp"

namespace alongside::local_offer {

void device_ui(ui::Ui& ui, Host& host, const DeviceWords& words) {
  using State = DevicePlace::State;
  const State state = host.device_place().state;
  if (state == State::Known) return;
  const auto card = ui.card("device", ui::CardLook::Soft);
  switch (state) {
    case State::Asking: return ui.status("looking", ui.tr(words.looking));
    case State::Refused: return ui.status("looking", ui.tr(words.refused));
    case State::Unavailable: ui.status("looking", ui.tr(words.unknown)); break;
    case State::Unasked: ui.text(ui.tr(words.why), ui::TextLook::Body, ui::Icon::Shield); break;
    case State::Known: return;
  }
  const std::string button = ui.tr(state == State::Unavailable ? words.again : words.use);
  if (ui.button("locate", button, ui::ButtonLook::Primary, ui::Icon::MapPin)) host.find_device();
}

}  // namespace alongside::local_offer
