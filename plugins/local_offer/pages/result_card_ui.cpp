#include "plugins/local_offer/pages/result_card_ui.hpp"

#include "app/ui/ui.hpp"
#include "plugins/local_offer/pages/day_words.hpp"
#include "plugins/local_offer/pages/fact_words.hpp"
#include "plugins/local_offer/pages/keep_ui.hpp"
#include "plugins/local_offer/pages/term_words.hpp"

namespace alongside::local_offer {

using namespace ui::literals;

namespace {

void fact_ui(ui::Ui& ui, ui::Icon icon, const std::string& text) {
  if (!text.empty()) ui.text(text, ui::TextLook::Soft, icon);
}

void facts_ui(ui::Ui& ui, const ResultCard& card) {
  const auto row = ui.row("facts");
  fact_ui(ui, ui::Icon::MapPin, card.hit.miles ? distance_text(ui, *card.hit.miles, card.hit.place) : card.hit.place);
  fact_ui(ui, ui::Icon::Users, ages_text(ui, card.service));
  fact_ui(ui, ui::Icon::Calendar, days_text(ui, card.service.days));
  fact_ui(ui, ui::Icon::Banknote, cost_text(ui, card.service.cost));
  fact_ui(ui, ui::Icon::DoorOpen, way_in_text(ui, card.service.way_in));
}

}  // namespace

void result_card_ui(ui::Ui& ui, const ResultCard& card) {
  const ServiceSummary& service = card.service;
  Route route = card.search;
  route.path = "/service/" + service.id;
  const std::string href = route.text();
  const auto item = ui.list_item(ui::key_by("service", service.id));
  const auto box = ui.card("card", ui::CardLook::Card, href);
  {
    const auto english = ui.language_of(ui::Language::English);
    ui.link("name", service.name, href, ui::LinkLook::CardTitle);
    ui.text(service.organisation, ui::TextLook::Soft);
    if (!service.summary.empty()) ui.text(service.summary);
  }
  if (service.status == Status::TemporarilyClosed)
    ui.badge(ui::Tone::Bad, ui::Icon::Warning, ui.tr("local_offer.closed"_t));
  facts_ui(ui, card);
  {
    const auto row = ui.row("badges");
    tier_ui(ui, service.tier);
    checked_ui(ui, service.assured_date, card.today);
  }
  keep_ui(ui, service, card.shortlist);
}

}  // namespace alongside::local_offer
