// MapPage: what a search found, on a map and as a list by number, distance and direction. Its address is the find
// screen's with another path, so that going back and forth keeps everything; both ask the same engine.
#pragma once

#include "app/plugin_api/host.hpp"
#include "app/plugin_api/page.hpp"
#include "plugins/local_offer/model/map/map_base.hpp"
#include "plugins/local_offer/pages/find_route.hpp"
#include "plugins/local_offer/pages/map/map_view.hpp"
#include "plugins/local_offer/pages/map/near_ui.hpp"
#include "plugins/local_offer/pages/offer_store.hpp"

#include <optional>
#include <string>

namespace alongside::local_offer {

class MapPage final : public Page {
 public:
  MapPage(Host& host, OfferStore& store, Fetched<MapBase>& base, MapMemory& memory)
      : host_(host), store_(store), base_(base), memory_(memory), near_(host), view_(memory) {}

  void opened(const Route& route) override;
  std::string title(const ui::Words& words) const override;
  Result<void> page_ui(ui::Ui& ui) override;

 private:
  void refresh();
  void found_ui(ui::Ui& ui);
  void figure_ui(ui::Ui& ui);
  void chosen_ui(ui::Ui& ui);
  void elsewhere_ui(ui::Ui& ui);
  void list_ui(ui::Ui& ui);
  void row_ui(ui::Ui& ui, std::uint32_t number);
  bool is_here() const;
  std::string origin_name() const;
  std::string trouble_text(const ui::Ui& ui) const;
  const Spot* nearest_spot(const ServiceSummary& service) const;  // none: it has no place that may be shown
  Route route_to(std::string_view path) const;
  void remember();

  Host& host_;
  OfferStore& store_;
  Fetched<MapBase>& base_;
  MapMemory& memory_;
  NearUi near_;
  MapView view_;
  FindForm form_;
  std::uint32_t shown_ = shown_at_first;
  SearchResult result_;
  MapPins pins_;
  std::optional<MapOrigin> origin_;
  MapBase no_base_;  // until the council's own is there
  bool is_stale_ = true;
  bool has_ground_ = false;
  std::size_t places_known_ = 0;
};

}  // namespace alongside::local_offer
