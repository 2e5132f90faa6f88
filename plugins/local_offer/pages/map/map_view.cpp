#include "plugins/local_offer/pages/map/map_view.hpp"

#include "app/ui/format.hpp"
#include "app/ui/ui.hpp"
#include "app/wire/messages/council.hpp"
#include "plugins/local_offer/model/map/scale_bar.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace alongside::local_offer {

using namespace ui::literals;

namespace {

constexpr double marker_apart = 78;  // px: a box with "12 here" and a finger's width of target
constexpr double edge_room = 44;     // px around everything that is shown at first

WorldPoint town_point(const wire::Place& place) {
  const auto point = GeoPoint::from_e7(place.latitude_e7, place.longitude_e7);
  return world_of(point.ok() ? point.value() : GeoPoint());
}

// A name of the map, and how it looks.
struct Wish {
  std::string text;
  ui::TextLook look = ui::TextLook::Soft;
};

}  // namespace

MapCamera MapView::everything(const MapContents& contents) const {
  std::vector<WorldPoint> points;
  for (const MapPin& pin : contents.pins.pins) points.push_back(pin.at);
  if (contents.origin) points.push_back(world_of(contents.origin->point));
  return MapCamera::around(points, size_, edge_room);
}

void MapView::gather(const MapContents& contents, double apart) {
  if (clusters_zoom_ == camera_.zoom()) return;
  clusters_ = clusters_of(contents.pins.pins, camera_.pixels_per_world(), apart);
  clusters_zoom_ = camera_.zoom();
}

void MapView::move(const ui::FigureMove& move) {
  if (!move.is_any()) return;
  camera_.pan(move.by.x, move.by.y);
  const bool is_middle = move.about.x < 0;
  camera_.zoom_by(move.doublings,
                  is_middle ? ScreenPoint{size_.width / 2, size_.height / 2} : ScreenPoint{move.about.x, move.about.y},
                  size_);
  memory_.camera = camera_;
}

std::string MapView::map_ui(ui::Ui& ui, const MapContents& contents) {
  const float width = ui.width();
  const float height = std::clamp(std::min(ui.window_height() * 0.55f, width * 1.15f), 220.0f, 560.0f);
  size_ = {width, height};
  camera_ = memory_.camera.value_or(everything(contents));
  move(std::exchange(moved_, {}));
  gather(contents, marker_apart);
  ui::Sketch sketch;
  const MapStage stage{camera_, size_};
  draw_ground(sketch, ground_, stage);
  for (const wire::Place& town : contents.towns)
    sketch.disc(figure_point(camera_.screen(town_point(town), size_)), 3.5f, ui::Ink::Edge);
  if (contents.origin)
    draw_middle(sketch, {world_of(contents.origin->point), contents.doubt_metres / metres_per_mile}, stage);
  const double scale = scale_miles(camera_.pixels_per_mile(), std::min(140.0, size_.width / 3));
  const ui::FigurePoint scale_end = draw_scale(sketch, scale * camera_.pixels_per_mile(), size_);
  const auto figure = ui.figure("map", {ui.tr("map.figure"_t), ui.tr("map.figure_hint"_t)}, height, sketch, moved_);
  labels_ui(ui, contents, scale_end, scale);
  std::string said = marks_ui(ui, contents);
  std::string moved = tools_ui(ui);
  return said.empty() ? moved : said;
}

std::string MapView::tools_ui(ui::Ui& ui) {
  const auto row = ui.row("tools");
  const ScreenPoint middle{size_.width / 2, size_.height / 2};
  if (ui.button("closer", ui.tr("map.closer"_t), ui::ButtonLook::Chip)) {
    camera_.zoom_by(1, middle, size_);
    memory_.camera = camera_;
    return ui.tr("map.is_closer"_t);
  }
  if (ui.button("further", ui.tr("map.further"_t), ui::ButtonLook::Chip)) {
    camera_.zoom_by(-1, middle, size_);
    memory_.camera = camera_;
    return ui.tr("map.is_further"_t);
  }
  if (ui.button("all", ui.tr("map.all"_t), ui::ButtonLook::Chip)) {
    memory_.camera.reset();
    return ui.tr("map.is_all"_t);
  }
  return {};
}

bool MapView::can_open(const PinCluster& cluster, const MapContents& contents) const {
  if (cluster.hits.size() < 2 || camera_.is_closest()) return false;
  double across = 0;
  for (const std::uint32_t pin : cluster.pins) {
    const WorldPoint& at = contents.pins.pins[pin].at;
    across = std::max({across, std::abs(at.x - cluster.at.x), std::abs(at.y - cluster.at.y)});
  }
  // Would they come apart at the closest?
  MapCamera closest = camera_;
  closest.zoom_by(MapCamera::most_zoom, {}, size_);
  return across * closest.pixels_per_world() > marker_apart;
}

std::string MapView::name_of(const ui::Ui& ui, const PinCluster& cluster, const MapContents& contents) const {
  const MapPin& pin = contents.pins.pins[cluster.pins.front()];
  const ServiceSummary& service = contents.list.services[contents.hits[pin.hit].index];
  const std::string where = where_text(ui, service.spots[pin.spot], contents.origin);
  if (cluster.hits.size() > 1)
    return ui.plural("map.here"_t, static_cast<std::int64_t>(cluster.hits.size())) + ", " + where;
  return ui.tr("map.mark"_t, {{"number", std::to_string(pin.hit + 1)}, {"name", service.name}, {"where", where}});
}

std::string MapView::marks_ui(ui::Ui& ui, const MapContents& contents) {
  std::string said;
  for (const PinCluster& cluster : clusters_) {
    const ScreenPoint at = camera_.screen(cluster.at, size_);
    if (at.x < 0 || at.y < 0 || at.x > size_.width || at.y > size_.height) continue;
    const MapPin& first = contents.pins.pins[cluster.pins.front()];
    const bool is_group = cluster.hits.size() > 1;
    const std::string sign = is_group ? ui.plural("map.here"_t, static_cast<std::int64_t>(cluster.hits.size()))
                                      : std::to_string(first.hit + 1);
    const bool is_chosen = memory_.chosen_pin && std::find(cluster.pins.begin(), cluster.pins.end(),
                                                           *memory_.chosen_pin) != cluster.pins.end();
    const std::string& id = contents.list.services[contents.hits[first.hit].index].id;
    if (ui.mark(ui::key_by("mark", id + "/" + std::to_string(first.spot)), figure_point(at),
                {sign, name_of(ui, cluster, contents)}, is_group ? ui::MarkLook::Group : ui::MarkLook::Pin,
                is_chosen ? ui::Pressed::Yes : ui::Pressed::No))
      said = chose(ui, cluster, contents);
  }
  return said;
}

// What was chosen is shown below; several that lie apart are looked at closer as well.
std::string MapView::chose(ui::Ui& ui, const PinCluster& cluster, const MapContents& contents) {
  memory_.camera = camera_;  // what is chosen stays where it is
  memory_.chosen_pin = cluster.pins.front();
  memory_.chosen = cluster.hits;
  if (can_open(cluster, contents)) {
    std::vector<WorldPoint> points;
    for (const std::uint32_t pin : cluster.pins) points.push_back(contents.pins.pins[pin].at);
    MapCamera closer = MapCamera::around(points, size_, edge_room * 1.5);
    if (closer.zoom() < camera_.zoom() + 1) {
      closer = camera_;
      closer.zoom_by(1.5, camera_.screen(cluster.at, size_), size_);
    }
    memory_.camera = closer;
  }
  return ui.tr("map.chosen"_t, {{"name", name_of(ui, cluster, contents)}});
}

void MapView::labels_ui(ui::Ui& ui, const MapContents& contents, ui::FigurePoint scale_end, double scale) {
  std::vector<Wish> names;
  std::vector<LabelWish> wishes;
  std::vector<LabelBox> taken;
  const auto wish = [&](std::string text, ui::TextLook look, ScreenPoint at) -> LabelWish& {
    const ui::FigurePoint size = ui.label_size(text, look);
    names.push_back({std::move(text), look});
    return wishes.emplace_back(LabelWish{{at.x, at.y, size.x, size.y}});
  };
  for (const PinCluster& cluster : clusters_) {
    const ScreenPoint at = camera_.screen(cluster.at, size_);
    taken.push_back({at.x, at.y, cluster.hits.size() > 1 ? 74.0 : 42.0, 42});
  }
  for (const wire::Place& town : contents.towns) {
    const ScreenPoint at = camera_.screen(town_point(town), size_);
    taken.push_back({at.x, at.y, 8, 8});  // its dot
  }
  const std::string scale_words = ui::format_miles(ui.language(), scale);
  const ui::FigurePoint scale_size = ui.label_size(scale_words, ui::TextLook::Soft);
  wish(scale_words, ui::TextLook::Soft, {scale_end.x + 6.0 + scale_size.x / 2, scale_end.y - 4.0}).is_exact = true;
  taken.push_back({scale_end.x / 2.0, scale_end.y, scale_end.x, 20});
  if (contents.origin) {
    const ScreenPoint at = camera_.screen(world_of(contents.origin->point), size_);
    taken.push_back({at.x, at.y, 26, 26});
    wish(contents.origin->name.empty() ? ui.tr("map.you"_t) : contents.origin->name, ui::TextLook::Strong, at);
    for (const double miles : ring_miles) {
      // On the ring itself, wherever of its four sides there is room.
      const double away = miles * camera_.pixels_per_mile();
      for (const ScreenPoint& side : {ScreenPoint{0, -away}, {0, away}, {away, 0}, {-away, 0}}) {
        LabelWish& ring =
            wish(ui::format_miles(ui.language(), miles), ui::TextLook::Soft, {at.x + side.x, at.y + side.y});
        ring.is_exact = true;
        ring.one_of = static_cast<std::uint32_t>(miles);
      }
    }
  }
  for (const wire::Place& town : contents.towns) {
    if (!contents.origin || contents.origin->name != town.name)
      wish(town.name, ui::TextLook::Strong, camera_.screen(town_point(town), size_));
  }
  for (const MapDistrict& district : contents.base.districts)
    wish(district.name, ui::TextLook::Soft, camera_.screen(world_of(district.middle), size_));
  for (const PlacedLabel& label : place_labels(wishes, taken, size_))
    ui.figure_label(ui::Key("name", label.wish), figure_point(label.middle), names[label.wish].text,
                    names[label.wish].look);
}

}  // namespace alongside::local_offer
