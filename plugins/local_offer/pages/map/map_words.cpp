#include "plugins/local_offer/pages/map/map_words.hpp"

#include "app/ui/format.hpp"
#include "app/ui/ui.hpp"
#include "plugins/local_offer/model/map/mercator.hpp"

namespace alongside::local_offer {

using namespace ui::literals;

namespace {

std::string way_text(const ui::Ui& ui, Compass way) {
  switch (way) {
    case Compass::North: return ui.tr("map.way.north"_t);
    case Compass::NorthEast: return ui.tr("map.way.north_east"_t);
    case Compass::East: return ui.tr("map.way.east"_t);
    case Compass::SouthEast: return ui.tr("map.way.south_east"_t);
    case Compass::South: return ui.tr("map.way.south"_t);
    case Compass::SouthWest: return ui.tr("map.way.south_west"_t);
    case Compass::West: return ui.tr("map.way.west"_t);
    case Compass::NorthWest: break;
  }
  return ui.tr("map.way.north_west"_t);
}

std::string ages_of(const ui::Ui& ui, const ServiceSummary& service) {
  const std::string from = std::to_string(service.minimum_age.value_or(0));
  const std::string to = std::to_string(service.maximum_age.value_or(0));
  if (service.minimum_age && service.maximum_age) return ui.tr("map.ages"_t, {{"from", from}, {"to", to}});
  if (service.minimum_age) return ui.tr("map.ages_from"_t, {{"from", from}});
  return service.maximum_age ? ui.tr("map.ages_to"_t, {{"to", to}}) : std::string();
}

std::string cost_of(const ui::Ui& ui, const CostFrom& cost) {
  switch (cost.kind) {
    case CostKind::Free: return ui.tr("map.free"_t);
    case CostKind::OnePrice: return ui::format_money(cost.lowest);
    case CostKind::From: return ui.tr("map.cost_from"_t, {{"amount", ui::format_money(cost.lowest)}});
    case CostKind::Unknown: break;
  }
  return {};
}

}  // namespace

std::string where_text(const ui::Ui& ui, const Spot& spot, const std::optional<MapOrigin>& origin) {
  if (!origin || !spot.point) return spot.place;
  const double miles = distance_metres(origin->point, *spot.point) / metres_per_mile;
  const std::string far = ui::format_miles(ui.language(), miles);
  const std::string way = way_text(ui, compass_of(origin->point, *spot.point));
  if (origin->name.empty()) return ui.tr("map.from_you"_t, {{"miles", far}, {"way", way}});
  return ui.tr("map.from_place"_t, {{"miles", far}, {"way", way}, {"place", origin->name}});
}

std::string facts_text(const ui::Ui& ui, const ServiceSummary& service) {
  const std::string ages = ages_of(ui, service), cost = cost_of(ui, service.cost);
  return ages.empty() || cost.empty() ? ages + cost : ages + " · " + cost;
}

}  // namespace alongside::local_offer
