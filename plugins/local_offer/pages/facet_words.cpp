#include "plugins/local_offer/pages/facet_words.hpp"

#include "app/ui/ui.hpp"
#include "plugins/local_offer/model/search/facet_values.hpp"
#include "plugins/local_offer/pages/day_words.hpp"
#include "plugins/local_offer/pages/term_words.hpp"

#include <string_view>

namespace alongside::local_offer {

using namespace ui::literals;

namespace {

std::string day_words(const ui::Ui& ui, std::string_view value) {
  const auto days = fixed_values(Facet::Day);
  for (unsigned day = 0; day < days.size(); ++day) {
    if (days[day] == value) return day_name(ui, day);
  }
  return {};
}

std::string part_of_day_words(const ui::Ui& ui, std::string_view value) {
  if (value == "morning") return ui.tr("local_offer.part_of_day.morning"_t);
  if (value == "afternoon") return ui.tr("local_offer.part_of_day.afternoon"_t);
  if (value == "evening") return ui.tr("local_offer.part_of_day.evening"_t);
  return value == "overnight" ? ui.tr("local_offer.part_of_day.overnight"_t) : std::string();
}

std::string cost_words(const ui::Ui& ui, std::string_view value) {
  constexpr std::string_view under = "under ";
  if (value == "free") return ui.tr("local_offer.hint.free"_t);
  if (value.starts_with(under))
    return ui.tr("local_offer.cost.under"_t, {{"price", std::string(value.substr(under.size()))}});
  return known_term(ui, value).value_or(std::string());
}

std::string words_of(const ui::Ui& ui, const FacetChoice& choice) {
  switch (choice.facet) {
    case Facet::Day: return day_words(ui, choice.value);
    case Facet::PartOfDay: return part_of_day_words(ui, choice.value);
    case Facet::Cost: return cost_words(ui, choice.value);
    case Facet::Tier: return tier_text(ui, tier_named(choice.value));
    case Facet::WayIn: return way_in_text(ui, way_in_named(choice.value));
    default: return known_term(ui, choice.value).value_or(std::string());
  }
}

}  // namespace

std::string facet_title(const ui::Ui& ui, Facet facet) {
  switch (facet) {
    case Facet::Kind: return ui.tr("local_offer.facet.kind"_t);
    case Facet::Head: return ui.tr("local_offer.facet.head"_t);
    case Facet::Tier: return ui.tr("local_offer.facet.tier"_t);
    case Facet::Need: return ui.tr("local_offer.facet.need"_t);
    case Facet::Support: return ui.tr("local_offer.facet.support"_t);
    case Facet::Day: return ui.tr("local_offer.facet.day"_t);
    case Facet::PartOfDay: return ui.tr("local_offer.facet.part_of_day"_t);
    case Facet::Season: return ui.tr("local_offer.facet.season"_t);
    case Facet::Cost: return ui.tr("local_offer.facet.cost"_t);
    case Facet::Language: return ui.tr("local_offer.facet.language"_t);
    case Facet::WayIn: return ui.tr("local_offer.way_in.title"_t);
    case Facet::Space: return ui.tr("local_offer.facet.space"_t);
    case Facet::Registration: return ui.tr("local_offer.facet.registration"_t);
    case Facet::Age: return ui.tr("local_offer.find.age"_t);
    case Facet::Distance: return ui.tr("local_offer.find.miles"_t);
  }
  return {};
}

std::optional<std::string> choice_words(const ui::Ui& ui, const FacetChoice& choice) {
  std::string words = words_of(ui, choice);
  return words.empty() ? std::nullopt : std::optional(std::move(words));
}

std::string choice_text(const ui::Ui& ui, const FacetChoice& choice) {
  return choice_words(ui, choice).value_or(choice.value);
}

}  // namespace alongside::local_offer
