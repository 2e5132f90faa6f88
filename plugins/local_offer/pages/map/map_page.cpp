#include "plugins/local_offer/pages/map/map_page.hpp"

#include "app/plugin_api/council_ui.hpp"
#include "app/ui/ui.hpp"
#include "app/wire/messages/council.hpp"
#include "plugins/local_offer/pages/measured_places.hpp"

#include <algorithm>

namespace alongside::local_offer {

using namespace ui::literals;

void MapPage::opened(const Route& route) {
  store_.want();
  if (base_.load() != Load::Ready && base_.load() != Load::Waiting) base_.ask(host_, "/api/local_offer/map");
  form_ = form_of(route);
  shown_ = shown_of(route);
  is_stale_ = true;
}

std::string MapPage::title(const ui::Words& words) const { return words.get("map.title"_t); }

Route MapPage::route_to(std::string_view path) const {
  Route route = route_of(form_, shown_);
  route.path = path;
  return route;
}

// Another search is another map; "Show more" is not.
void MapPage::remember() {
  const std::string address = route_of(form_).text();
  if (address == memory_.address) return;
  memory_ = {};
  memory_.address = address;
}

void MapPage::refresh() {
  // The device's place and the council's places can come after the page.
  const std::vector<wire::Place> places = places_to_measure_from(host_);
  if (places.size() != places_known_) is_stale_ = true;
  places_known_ = places.size();
  if (!has_ground_ && base_.load() == Load::Ready) {
    view_.new_ground(base_.value());
    has_ground_ = true;
  }
  if (!is_stale_) return;
  remember();
  result_ = store_.search().run(form_.query(places));
  pins_ = pins_of(store_.list(), result_.hits);
  origin_.reset();
  if (result_.near) origin_ = MapOrigin{*result_.near, is_here() ? std::string() : origin_name()};
  view_.renew();
  is_stale_ = false;
}

// The words of a search may name another place than the one that was chosen; the engine measures from theirs.
bool MapPage::is_here() const { return form_.near == near_here && device_point(host_) == result_.near; }

std::string MapPage::origin_name() const {
  for (const Hint& hint : result_.hints) {
    if (hint.kind == HintKind::Near) return hint.word;
  }
  return form_.near;
}

Result<void> MapPage::page_ui(ui::Ui& ui) {
  ui.link("back", ui.tr("map.back"_t), route_to("/find").text(), ui::LinkLook::Back, ui::Icon::ArrowLeft);
  ui.heading(1, ui.tr("map.title"_t));
  if (near_.near_ui(ui, form_)) {
    is_stale_ = true;
    host_.replace_route(route_to("/map").text());
  }
  if (store_.load() != Load::Ready) {
    ui.status("trouble", trouble_text(ui));
    if (store_.load() != Load::Waiting && ui.button("again", ui.tr("map.again"_t))) store_.fetch_again();
    return {};
  }
  refresh();
  found_ui(ui);
  return {};
}

std::string MapPage::trouble_text(const ui::Ui& ui) const {
  if (store_.load() == Load::Offline) return ui.tr("map.offline"_t);
  return store_.load() == Load::Waiting ? ui.tr("map.waiting"_t) : ui.tr("map.failed"_t);
}

void MapPage::found_ui(ui::Ui& ui) {
  std::string found = ui.plural("map.count"_t, static_cast<std::int64_t>(result_.hits.size()));
  if (!form_.words.empty()) found = ui.tr("map.count_for"_t, {{"count", found}, {"words", form_.words}});
  ui.status("count", found);
  if (result_.hits.empty()) return ui.sentence("map.nothing"_t);
  const auto split = ui.split("both", 0.6f);
  {
    const auto pane = ui.pane("map");
    figure_ui(ui);
    chosen_ui(ui);
    elsewhere_ui(ui);
  }
  const auto pane = ui.pane("list");
  list_ui(ui);
}

void MapPage::figure_ui(ui::Ui& ui) {
  if (pins_.pins.empty()) return ui.sentence("map.no_pins"_t);
  const MapContents contents{store_.list(),
                             result_.hits,
                             pins_,
                             origin_,
                             is_here() ? host_.device_place().metres : 0,
                             host_.council().places,
                             has_ground_ ? base_.value() : no_base_};
  const std::string said = view_.map_ui(ui, contents);
  if (contents.base.tiles.is_used()) bilingual_text_ui(ui, contents.base.tiles.credit, ui::TextLook::Soft);
  if (said.empty()) return;
  host_.announce(said);
  host_.redraw();
}

// A place that is not that of the chosen marker would be another distance: the nearest is what the list says.
const Spot* MapPage::nearest_spot(const ServiceSummary& service) const {
  const Spot* nearest = nullptr;
  for (const Spot& spot : service.spots) {
    if (!spot.point) continue;
    const bool is_nearer = nearest == nullptr || (origin_ && distance_metres(origin_->point, *spot.point) <
                                                                 distance_metres(origin_->point, *nearest->point));
    if (is_nearer) nearest = &spot;
  }
  return nearest;
}

void MapPage::row_ui(ui::Ui& ui, std::uint32_t number) {
  const Hit& hit = result_.hits[number];
  const ServiceSummary& service = store_.list().services[hit.index];
  {
    const auto english = ui.language_of(ui::Language::English);
    ui.link("name", std::to_string(number + 1) + ". " + service.name, route_to("/service/" + service.id).text(),
            ui::LinkLook::Standalone);
  }
  const Spot* spot = nearest_spot(service);
  std::string where = spot == nullptr ? ui.tr("map.no_place"_t) : where_text(ui, *spot, origin_);
  if (spot != nullptr && origin_ && !spot->place.empty()) where += " · " + spot->place;
  ui.text(where, ui::TextLook::Soft, spot == nullptr ? ui::Icon::Home : ui::Icon::MapPin);
}

void MapPage::chosen_ui(ui::Ui& ui) {
  constexpr std::size_t most = 8;
  if (memory_.chosen.empty()) return;
  const auto card = ui.card("chosen", ui::CardLook::Band);
  ui.heading(2, ui.plural("map.chosen_title"_t, static_cast<std::int64_t>(memory_.chosen.size())));
  for (std::size_t i = 0; i < std::min(most, memory_.chosen.size()); ++i) {
    const std::uint32_t number = memory_.chosen[i];
    if (number >= result_.hits.size()) continue;
    const ServiceSummary& service = store_.list().services[result_.hits[number].index];
    const auto box = ui.card(ui::key_by("one", service.id), ui::CardLook::Plain);
    row_ui(ui, number);
    if (const std::string facts = facts_text(ui, service); !facts.empty()) ui.text(facts, ui::TextLook::Soft);
    if (service.status == Status::TemporarilyClosed) ui.badge(ui::Tone::Bad, ui::Icon::Warning, ui.tr("map.closed"_t));
    if (!service.summary.empty() && memory_.chosen.size() == 1) {
      const auto english = ui.language_of(ui::Language::English);
      ui.text(service.summary);
    }
  }
  if (memory_.chosen.size() > most)
    ui.text(ui.plural("map.chosen_more"_t, static_cast<std::int64_t>(memory_.chosen.size() - most)));
}

void MapPage::elsewhere_ui(ui::Ui& ui) {
  const auto count = static_cast<std::int64_t>(pins_.elsewhere.size());
  if (count == 0) return;
  ui.text(ui.plural("map.elsewhere"_t, count), ui::TextLook::Body, ui::Icon::Home);
}

void MapPage::list_ui(ui::Ui& ui) {
  ui.heading(2, ui.tr("map.list"_t));
  const auto all = static_cast<std::uint32_t>(result_.hits.size());
  const std::uint32_t shown = std::min(shown_, all);
  {
    const auto list = ui.list("list", ui.tr("map.list"_t), ui::ListLook::Plain);
    for (std::uint32_t i = 0; i < shown; ++i) {
      const auto item = ui.list_item(ui::key_by("row", store_.list().services[result_.hits[i].index].id));
      row_ui(ui, i);
    }
  }
  if (shown == all || !ui.button("more", ui.tr("map.more"_t))) return;
  shown_ += shown_at_first;
  host_.replace_route(route_to("/map").text());
}

}  // namespace alongside::local_offer
