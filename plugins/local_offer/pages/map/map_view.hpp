// MapView: the figure of the map: moves with what a person does, gathers pins into markers, names towns where there is
// room, and says which marker was chosen. Owned by MapPage; what it must keep over pages is in MapMemory.
#pragma once

#include "app/ui/figure.hpp"
#include "plugins/local_offer/model/map/clusters.hpp"
#include "plugins/local_offer/model/map/labels.hpp"
#include "plugins/local_offer/pages/map/map_sketch.hpp"
#include "plugins/local_offer/pages/map/map_words.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace alongside::ui {
class Ui;
}

namespace alongside::local_offer {

// What stays while a person looks at a service and comes back: of the search with this address.
struct MapMemory {
  std::string address;
  std::optional<MapCamera> camera;  // none: everything is shown
  std::optional<std::uint32_t> chosen_pin;
  std::vector<std::uint32_t> chosen;  // hits, in the list's order
};

struct MapContents {
  const OfferList& list;
  const std::vector<Hit>& hits;
  const MapPins& pins;
  const std::optional<MapOrigin>& origin;
  double doubt_metres = 0;  // of the origin, when it is the device
  const std::vector<wire::Place>& towns;
  const MapBase& base;
};

class MapView {
 public:
  explicit MapView(MapMemory& memory) : memory_(memory) {}

  // The base or the pins are others now.
  void renew() { clusters_zoom_ = -1; }
  void new_ground(const MapBase& base) { ground_ = ground_of(base); }
  // Nothing, or a sentence to speak about what the person did.
  std::string map_ui(ui::Ui& ui, const MapContents& contents);

 private:
  MapCamera everything(const MapContents& contents) const;
  void gather(const MapContents& contents, double apart);
  void move(const ui::FigureMove& move);
  std::string tools_ui(ui::Ui& ui);
  std::string marks_ui(ui::Ui& ui, const MapContents& contents);
  std::string chose(ui::Ui& ui, const PinCluster& cluster, const MapContents& contents);
  void labels_ui(ui::Ui& ui, const MapContents& contents, ui::FigurePoint scale_end, double scale);
  bool can_open(const PinCluster& cluster, const MapContents& contents) const;
  std::string name_of(const ui::Ui& ui, const PinCluster& cluster, const MapContents& contents) const;

  MapMemory& memory_;
  MapCamera camera_;
  ScreenSize size_;
  ui::FigureMove moved_;
  MapGround ground_;
  std::vector<PinCluster> clusters_;
  double clusters_zoom_ = -1;
};

}  // namespace alongside::local_offer
