#include "plugins/local_offer/pages/compare_ui.hpp"

#include "app/ui/ui.hpp"
#include "plugins/local_offer/pages/day_words.hpp"
#include "plugins/local_offer/pages/fact_words.hpp"
#include "plugins/local_offer/pages/term_words.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>

namespace alongside::local_offer {

using namespace ui::literals;

namespace {

std::string places_of(const ServiceSummary& service) {
  std::vector<std::string> places;
  for (const Spot& spot : service.spots) {
    if (!spot.place.empty() && std::find(places.begin(), places.end(), spot.place) == places.end())
      places.push_back(spot.place);
  }
  std::string text;
  for (const std::string& place : places) text += (text.empty() ? "" : ", ") + place;
  return text;
}

std::string terms_of(const ui::Ui& ui, const std::vector<std::string>& terms) {
  std::string text;
  for (const std::string& term : terms) text += (text.empty() ? "" : ", ") + known_term(ui, term).value_or(term);
  return text;
}

struct ComparedFact {
  ui::TextKey title;
  std::string (*text)(const ui::Ui& ui, const ServiceSummary& service, Date today);
};

constexpr ComparedFact compared_facts[] = {
    {"local_offer.who.title"_t, [](const ui::Ui& ui, const ServiceSummary& one, Date) { return ages_text(ui, one); }},
    {"local_offer.when.title"_t,
     [](const ui::Ui& ui, const ServiceSummary& one, Date) { return days_text(ui, one.days); }},
    {"local_offer.where.title"_t, [](const ui::Ui&, const ServiceSummary& one, Date) { return places_of(one); }},
    {"local_offer.cost.title"_t,
     [](const ui::Ui& ui, const ServiceSummary& one, Date) { return cost_text(ui, one.cost); }},
    {"local_offer.way_in.title"_t,
     [](const ui::Ui& ui, const ServiceSummary& one, Date) { return way_in_text(ui, one.way_in); }},
    {"local_offer.facet.tier"_t,
     [](const ui::Ui& ui, const ServiceSummary& one, Date) { return tier_text(ui, one.tier); }},
    {"local_offer.access.support"_t,
     [](const ui::Ui& ui, const ServiceSummary& one, Date) { return terms_of(ui, one.support); }},
    {"local_offer.checked.title"_t,
     [](const ui::Ui& ui, const ServiceSummary& one, Date today) { return checked_text(ui, one.assured_date, today); }},
};

std::string fact_of(const ui::Ui& ui, const ComparedFact& fact, const ServiceSummary& service, Date today) {
  std::string text = fact.text(ui, service, today);
  return text.empty() ? ui.tr("local_offer.compare.unsaid"_t) : text;
}

void compared_table_ui(ui::Ui& ui, const std::vector<const ServiceSummary*>& services, Date today) {
  std::vector<ui::TableColumn> columns{{ui.tr("local_offer.compare.fact"_t)}};
  for (const ServiceSummary* service : services) columns.push_back({service->name});
  const auto table = ui.table("table", ui.tr("local_offer.compare.caption"_t), columns);
  for (std::size_t i = 0; i < std::size(compared_facts); ++i) {
    const auto row = ui.table_row(ui::Key("fact", i));
    ui.cell(ui.tr(compared_facts[i].title));
    for (const ServiceSummary* service : services) ui.cell(fact_of(ui, compared_facts[i], *service, today));
  }
}

void compared_lists_ui(ui::Ui& ui, const std::vector<const ServiceSummary*>& services, Date today) {
  for (std::size_t i = 0; i < std::size(compared_facts); ++i) {
    ui.heading(3, ui.tr(compared_facts[i].title));
    const auto list = ui.description_list(ui::Key("fact", i));
    for (const ServiceSummary* service : services)
      ui.description(ui::key_by("service", service->id), ui::Icon::None, service->name,
                     fact_of(ui, compared_facts[i], *service, today));
  }
}

}  // namespace

void side_by_side_ui(ui::Ui& ui, const std::vector<const ServiceSummary*>& services, Date today) {
  constexpr float least_column = 150;  // CSS px that words need
  if (ui.width() >= least_column * static_cast<float>(services.size() + 1))
    compared_table_ui(ui, services, today);
  else
    compared_lists_ui(ui, services, today);
}

}  // namespace alongside::local_offer
