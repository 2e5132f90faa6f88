#include "plugins/local_offer/pages/fact_words.hpp"

#include "app/ui/format.hpp"
#include "app/ui/ui.hpp"
#include "plugins/local_offer/model/freshness.hpp"
#include "plugins/local_offer/pages/term_words.hpp"

namespace alongside::local_offer {

using namespace ui::literals;

std::string ages_text(const ui::Ui& ui, const ServiceSummary& service) {
  const std::string from = std::to_string(service.minimum_age.value_or(0));
  const std::string to = std::to_string(service.maximum_age.value_or(0));
  if (service.minimum_age && service.maximum_age)
    return ui.tr("local_offer.ages.between"_t, {{"from", from}, {"to", to}});
  if (service.minimum_age) return ui.tr("local_offer.ages.from"_t, {{"from", from}});
  if (service.maximum_age) return ui.tr("local_offer.ages.to"_t, {{"to", to}});
  return {};
}

std::string cost_text(const ui::Ui& ui, const CostFrom& cost) {
  switch (cost.kind) {
    case CostKind::Free: return ui.tr("local_offer.cost.free"_t);
    case CostKind::OnePrice: return pounds(cost.lowest);
    case CostKind::From: return ui.tr("local_offer.cost.from"_t, {{"amount", pounds(cost.lowest)}});
    case CostKind::Unknown: break;
  }
  return {};
}

std::string distance_text(const ui::Ui& ui, double miles, std::string_view place) {
  return ui.tr("local_offer.distance"_t, {{"miles", ui::format_miles(ui.language(), miles)}, {"place", place}});
}

std::string checked_text(const ui::Ui& ui, std::optional<Date> assured_date, Date today) {
  const Freshness fresh = freshness_of(assured_date, today);
  std::string text;
  switch (fresh.unit) {
    case AgoUnit::Never: text = ui.tr("local_offer.checked.never"_t); break;
    case AgoUnit::Today: text = ui.tr("local_offer.checked.today"_t); break;
    case AgoUnit::Days: text = ui.plural("local_offer.checked.days"_t, fresh.count); break;
    case AgoUnit::Months: text = ui.plural("local_offer.checked.months"_t, fresh.count); break;
    case AgoUnit::Years: text = ui.plural("local_offer.checked.years"_t, fresh.count); break;
  }
  return fresh.ring_first ? ui.tr("local_offer.checked.ring_first"_t, {{"checked", text}}) : text;
}

void checked_ui(ui::Ui& ui, std::optional<Date> assured_date, Date today) {
  const bool ring_first = freshness_of(assured_date, today).ring_first;
  ui.badge(ring_first ? ui::Tone::Warn : ui::Tone::Good, ring_first ? ui::Icon::Phone : ui::Icon::Check,
           checked_text(ui, assured_date, today));
}

void tier_ui(ui::Ui& ui, Tier tier) {
  if (tier != Tier::Unknown) ui.badge(ui::Tone::Accent, ui::Icon::Users, tier_text(ui, tier));
}

}  // namespace alongside::local_offer
