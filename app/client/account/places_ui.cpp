#include "app/client/account/places_ui.hpp"

#include "app/client/id_number.hpp"
#include "app/ui/format.hpp"

namespace alongside::client {

using namespace ui::literals;

namespace {

void place_ui(ui::Ui& ui, SignedInPlaces& places, const wire::SessionLine& place) {
  const auto item = ui.list_item(ui::Key("place", id_number(place.handle)));
  const std::string device = place.device.empty() ? ui.tr("shell.places.unknown"_t) : place.device;
  ui.text(device, ui::TextLook::Strong);
  const std::string began = ui::format_short_date(ui.language(), place.began);
  const std::string used = ui::format_short_date(ui.language(), place.used);
  ui.text(ui.tr("shell.places.when"_t, {{"began", began}, {"used", used}}), ui::TextLook::Soft);
  if (place.here == wire::Here::Yes) {
    ui.badge(ui::Tone::Good, ui::Icon::Check, ui.tr("shell.places.here"_t));
  } else if (ui.button("end", ui.tr("shell.places.end"_t, {{"device", device}}))) {
    places.revoke(place.handle);
  }
}

}  // namespace

void places_ui(ui::Ui& ui, SignedInPlaces& places) {
  const auto card = ui.card("places");
  ui.heading(2, ui.tr("shell.places"_t));
  if (places.state() == PlacesState::Unreachable) ui.text(ui.tr("shell.places.unreachable"_t));
  if (places.state() == PlacesState::Asked && places.places().empty()) ui.text(ui.tr("shell.places.waiting"_t));
  const auto list = ui.list("list", ui.tr("shell.places"_t), ui::ListLook::Plain);
  for (const wire::SessionLine& place : places.places()) place_ui(ui, places, place);
}

}  // namespace alongside::client
