// The map's words about one service: how far and which way, and its facts in one line. Used by the map page.
#pragma once

#include "app/base/geo_point.hpp"
#include "plugins/local_offer/model/map/compass.hpp"
#include "plugins/local_offer/model/service_summary.hpp"

#include <optional>
#include <string>

namespace alongside::ui {
class Ui;
}

namespace alongside::local_offer {

// Where the map measures from. `name` is empty for the device itself: then it is "of you".
struct MapOrigin {
  GeoPoint point;
  std::string name;
};

// "1.2 miles, north-east of you"; the spot's town when there is nowhere to measure from.
std::string where_text(const ui::Ui& ui, const Spot& spot, const std::optional<MapOrigin>& origin);
// "Ages 5 to 12 · £8"; empty when neither is known.
std::string facts_text(const ui::Ui& ui, const ServiceSummary& service);

}  // namespace alongside::local_offer
