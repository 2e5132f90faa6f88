#include "plugins/local_offer/pages/place_ui.hpp"

#include "app/ui/format.hpp"
#include "app/ui/ui.hpp"
#include "app/wire/messages/council.hpp"
#include "plugins/local_offer/model/service_detail.hpp"

namespace alongside::local_offer {

using namespace ui::literals;

namespace {

void measured_ui(ui::Ui& ui, const Location& location, const wire::Place* near) {
  if (near == nullptr || !location.point) return;
  const auto from = GeoPoint::from_e7(near->latitude_e7, near->longitude_e7);
  if (!from.ok()) return;
  constexpr double metres_in_a_mile = 1609.344;
  const double miles = distance_metres(from.value(), *location.point) / metres_in_a_mile;
  ui.text(ui.tr("service.where.from"_t, {{"distance", ui::format_miles(ui.language(), miles)}, {"place", near->name}}),
          ui::TextLook::Strong, ui::Icon::Ruler);
}

void location_ui(ui::Ui& ui, const Location& location, const wire::Place* near) {
  if (location.location_type == LocationType::Virtual) ui.text(ui.tr("service.where.virtual"_t));
  {
    const auto english = ui.language_of(ui::Language::English);
    std::string lines = location.name;
    for (const std::string& line : location.address) {
      // Feeds often begin the address with the name of the place.
      const bool repeats = !location.name.empty() && line.starts_with(location.name);
      if (repeats)
        lines = line;
      else
        lines += (lines.empty() ? "" : ", ") + line;
    }
    if (!lines.empty()) ui.text(lines, ui::TextLook::Body, ui::Icon::MapPin);
    if (!location.description.empty()) ui.text(location.description);
  }
  measured_ui(ui, location, near);
}

}  // namespace

void where_section(ui::Ui& ui, const ServiceDetail& service, const wire::Place* near) {
  if (service.locations.empty()) return;
  const auto card = ui.card("where");
  ui.heading(2, ui.tr("local_offer.where.title"_t));
  if (service.locations.size() == 1) {
    location_ui(ui, service.locations.front(), near);
    return;
  }
  const auto list = ui.list("places", ui.tr("local_offer.where.title"_t), ui::ListLook::Plain);
  for (std::size_t i = 0; i < service.locations.size(); ++i) {
    const auto item = ui.list_item(ui::Key("place", i));
    location_ui(ui, service.locations[i], near);
  }
}

}  // namespace alongside::local_offer
