#include "plugins/local_offer/pages/map/near_ui.hpp"

#include "app/ui/format.hpp"
#include "app/ui/ui.hpp"
#include "app/wire/messages/council.hpp"
#include "plugins/local_offer/model/map/device_near.hpp"
#include "plugins/local_offer/model/map/mercator.hpp"
#include "plugins/local_offer/pages/device_ui.hpp"
#include "plugins/local_offer/pages/measured_places.hpp"

#include <algorithm>
#include <cmath>

namespace alongside::local_offer {

using namespace ui::literals;

namespace {

// "50 metres", and from half a mile on in miles: nobody believes 1,240 metres.
std::string doubt_text(const ui::Ui& ui, double metres) {
  if (metres > metres_per_mile / 2) return ui::format_miles(ui.language(), metres / metres_per_mile);
  const double step = metres > 100 ? 50 : 10;
  return ui.plural("map.metres"_t, static_cast<std::int64_t>(std::max(1.0, std::ceil(metres / step)) * step));
}

}  // namespace

bool NearUi::near_ui(ui::Ui& ui, FindForm& form) {
  std::vector<ui::Choice> choices{{"", ui.tr("map.near_any"_t)}, {std::string(near_here), ui.tr("map.near_here"_t)}};
  for (const wire::Place& place : host_.council().places) choices.push_back({place.name, place.name});
  const bool is_changed = ui.select("near", {ui.tr("map.near"_t)}, choices, form.near);
  if (form.near == near_here) {
    device_ui(ui, host_,
              {"map.device.why"_t, "map.device.use"_t, "map.device.again"_t, "map.device.looking"_t,
               "map.device.refused"_t, "map.device.unknown"_t});
  }
  if (const std::string words = exactness(ui, form); !words.empty())
    ui.text(words, ui::TextLook::Soft, ui::Icon::Ruler);
  return is_changed;
}

std::string NearUi::exactness(const ui::Ui& ui, const FindForm& form) const {
  const DevicePlace& device = host_.device_place();
  if (form.near == near_here) {
    if (device.state != DevicePlace::State::Known) return {};
    return ui.tr("map.exact_here"_t, {{"far", doubt_text(ui, device.metres)}});
  }
  const std::vector<wire::Place>& places = host_.council().places;
  const wire::Place* place = find_place(places, form.near);
  if (place == nullptr) return {};
  std::string name = place->name;
  if (!place->postcode_districts.empty()) name += " (" + place->postcode_districts.front() + ")";
  return ui.tr("map.exact_place"_t,
               {{"place", name}, {"far", ui::format_miles(ui.language(), doubt_miles(places, *place))}});
}

}  // namespace alongside::local_offer
