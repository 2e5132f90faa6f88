#include "plugins/local_offer/pages/find_page.hpp"

#include "app/ui/ui.hpp"
#include "app/wire/messages/council.hpp"
#include "plugins/local_offer/pages/device_ui.hpp"
#include "plugins/local_offer/pages/loosen_ui.hpp"
#include "plugins/local_offer/pages/measured_places.hpp"
#include "plugins/local_offer/pages/result_card_ui.hpp"
#include "plugins/local_offer/pages/trouble_ui.hpp"

#include <algorithm>

namespace alongside::local_offer {

using namespace ui::literals;

void FindPage::opened(const Route& route) {
  store_.want();
  std::string address = route.text();
  if (address == address_) return;  // our own replace_route comes back to us
  address_ = std::move(address);
  form_ = form_of(route);
  shown_ = shown_of(route);
  mistake_ = form_.mistake(places());
  is_stale_ = true;
}

std::vector<wire::Place> FindPage::places() const { return places_to_measure_from(host_); }

std::string FindPage::title(const ui::Words& words) const { return words.get("local_offer.find.title"_t); }

Result<void> FindPage::page_ui(ui::Ui& ui) {
  // The council's places can come after the page; the address may have named one of them.
  const std::size_t known = host_.council().places.size() + (device_point(host_) ? 1 : 0);
  if (known != places_known_) {
    places_known_ = known;
    mistake_ = form_.mistake(places());
    is_stale_ = true;
  }
  // A field with a mistake is seen. What is near where can only be known with the council's places.
  if (mistake_ == FindMistake::Age || (mistake_ == FindMistake::Near && known > 0)) narrow_.open();
  ui.heading(1, ui.tr("local_offer.find.title"_t));
  search_ui(ui);
  if (const auto kept = static_cast<std::int64_t>(shortlist_.ids().size()); kept > 0)
    ui.link("list", ui.plural("local_offer.list.link"_t, kept), "/list", ui::LinkLook::Standalone);
  results_ui(ui);
  return {};
}

void FindPage::search_ui(ui::Ui& ui) {
  const auto search = ui.landmark("search", ui::Role::Search, ui.tr("local_offer.find.form"_t));
  const std::vector<ui::FieldError> wrong = errors(ui);
  if (!wrong.empty()) {
    ui.error_summary("errors", ui.tr("local_offer.find.errors"_t), wrong, summary_focus_);
    summary_focus_ = ui::TakeFocus::No;
  }
  {
    const auto row = ui.row("actions");  // beside the field where there is room
    if (words_ui(ui)) changed();
    if (ui.button("go", ui.tr("local_offer.find.go"_t), ui::ButtonLook::Primary, ui::Icon::Search)) submitted();
    narrow_.opener_ui(ui, form_.narrowings());
  }
  if (narrow_.is_open()) narrow_ui(ui);
}

bool FindPage::words_ui(ui::Ui& ui) {
  return ui.text_field("q", {ui.tr("local_offer.find.words"_t), ui.tr("local_offer.find.words_hint"_t)}, form_.words,
                       {.type = ui::InputType::Search, .mode = ui::InputMode::Search, .max_length = 120});
}

void FindPage::narrow_ui(ui::Ui& ui) {
  if (fields_ui(ui)) changed();
  if (form_.near == near_here) {
    device_ui(ui, host_,
              {"local_offer.device.why"_t, "local_offer.device.use"_t, "local_offer.device.again"_t,
               "local_offer.device.looking"_t, "local_offer.device.refused"_t, "local_offer.device.unknown"_t});
  }
  if (store_.load() != Load::Ready) return;
  refresh();
  if (narrow_.choices_ui(ui, form_, result_.facets)) changed();
}

bool FindPage::fields_ui(ui::Ui& ui) {
  bool is_changed = false;
  const auto row = ui.row("filters");
  const std::string age_error = mistake_ == FindMistake::Age ? ui.tr("local_offer.find.age_error"_t) : std::string();
  is_changed |= ui.text_field("age", {ui.tr("local_offer.find.age"_t), ui.tr("local_offer.find.age_hint"_t), age_error},
                              form_.age, {.mode = ui::InputMode::Numeric, .max_length = 3, .max_width = 180});
  std::vector<ui::Choice> places_shown{{"", ui.tr("local_offer.find.near_any"_t)}};
  places_shown.push_back({std::string(near_here), ui.tr("local_offer.find.here"_t)});
  for (const wire::Place& place : host_.council().places) places_shown.push_back({place.name, place.name});
  const std::string near_error = mistake_ == FindMistake::Near ? ui.tr("local_offer.find.near_error"_t) : std::string();
  is_changed |= ui.select("near", {ui.tr("local_offer.find.near"_t), ui.tr("local_offer.find.near_hint"_t), near_error},
                          places_shown, form_.near);
  std::vector<ui::Choice> distances{{"", ui.tr("local_offer.find.miles_any"_t)}};
  for (const std::string_view miles : mile_choices) {
    distances.push_back({std::string(miles), ui.tr("local_offer.find.miles_within"_t, {{"miles", miles}})});
  }
  is_changed |= ui.select("miles", {ui.tr("local_offer.find.miles"_t), ui.tr("local_offer.find.miles_hint"_t)},
                          distances, form_.miles);
  return is_changed;
}

// Typing shows results at once. A mistake is only spoken of when the person asks to search, but
// one that is put right disappears as it is.
void FindPage::changed() {
  shown_ = shown_at_first;
  is_stale_ = true;
  if (form_.mistake(places()) == FindMistake::None) mistake_ = FindMistake::None;
  address_ = route_of(form_).text();
  host_.replace_route(address_);
}

void FindPage::submitted() {
  mistake_ = form_.mistake(places());
  if (mistake_ != FindMistake::None) {
    summary_focus_ = ui::TakeFocus::Yes;
    host_.redraw();
    return;
  }
  narrow_.close();  // the results are what is wanted now
  std::string address = route_of(form_).text();
  if (address == address_) {
    if (store_.load() != Load::Ready) return;
    refresh();
    host_.announce(host_.words().plural("local_offer.find.count"_t, static_cast<std::int64_t>(result_.hits.size())));
    return;
  }
  address_ = std::move(address);
  host_.navigate(address_);
}

std::vector<ui::FieldError> FindPage::errors(ui::Ui& ui) const {
  if (mistake_ == FindMistake::Age) return {{"age", ui.tr("local_offer.find.age_error"_t)}};
  if (mistake_ == FindMistake::Near) return {{"near", ui.tr("local_offer.find.near_error"_t)}};
  return {};
}

void FindPage::refresh() {
  if (!is_stale_) return;
  result_ = store_.search().run(form_.query(places()));
  is_stale_ = false;
}

void FindPage::results_ui(ui::Ui& ui) {
  if (store_.load() != Load::Ready) {
    is_stale_ = true;
    if (trouble_ui(ui, store_.load(), ui.tr("local_offer.find.waiting"_t)) == Trouble::TryAgain) store_.fetch_again();
    return;
  }
  refresh();
  chips_ui(ui, form_, result_.hints);
  choices_ui(ui, form_);
  {
    const auto row = ui.row("found");
    ui.status("count", ui.plural("local_offer.find.count"_t, static_cast<std::int64_t>(result_.hits.size())));
    if (!result_.hits.empty()) map_link_ui(ui);
  }
  if (result_.hits.empty()) {
    loosen_ui(ui, form_, result_);
  } else {
    found_ui(ui);
    similar_ui(ui);
  }
}

void FindPage::card_ui(ui::Ui& ui, const Hit& hit) {
  const Route search = route_of(form_, shown_);
  result_card_ui(ui, {store_.list().services[hit.index], hit, search, host_.clock().today(), shortlist_});
}

// A short list goes on with what is like its first one.
void FindPage::similar_ui(ui::Ui& ui) {
  if (result_.similar.empty()) return;
  const std::string title = ui.tr("local_offer.find.similar"_t);
  ui.heading(2, title);
  const auto list = ui.list("similar", title);
  for (const Hit& hit : result_.similar) card_ui(ui, hit);
}

void FindPage::map_link_ui(ui::Ui& ui) {
  Route map = route_of(form_, shown_);
  map.path = "/map";
  ui.link("map", ui.tr("local_offer.find.map"_t), map.text(), ui::LinkLook::Standalone, ui::Icon::MapPin);
}

void FindPage::found_ui(ui::Ui& ui) {
  if (result_.matched == WordMatch::Some) ui.sentence("local_offer.find.some_words"_t);
  if (result_.matched == WordMatch::AllThenSome) ui.text(ui.tr("local_offer.find.all_then_some"_t));
  const std::size_t shown = std::min<std::size_t>(shown_, result_.hits.size());
  // Opening one of them is at once then.
  if (!is_expecting_) host_.expect("/service/" + store_.list().services[result_.hits.front().index].id);
  is_expecting_ = true;
  {
    const auto list = ui.list("results", ui.tr("local_offer.find.results"_t));
    for (std::size_t i = 0; i < shown; ++i) card_ui(ui, result_.hits[i]);
  }
  if (shown == result_.hits.size()) return;
  ui.text(ui.tr("local_offer.find.shown"_t,
                {{"shown", std::to_string(shown)}, {"all", std::to_string(result_.hits.size())}}),
          ui::TextLook::Soft);
  if (ui.button("more", ui.tr("local_offer.find.more"_t))) {
    shown_ += shown_at_first;
    address_ = route_of(form_, shown_).text();
    host_.replace_route(address_);
  }
}

}  // namespace alongside::local_offer
