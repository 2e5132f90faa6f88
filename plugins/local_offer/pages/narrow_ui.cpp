#include "plugins/local_offer/pages/narrow_ui.hpp"

#include "app/ui/ui.hpp"
#include "plugins/local_offer/model/narrowing.hpp"
#include "plugins/local_offer/pages/facet_words.hpp"

#include <algorithm>
#include <string>

namespace alongside::local_offer {

using namespace ui::literals;

namespace {

ui::Expanded expanded(bool is_open) { return is_open ? ui::Expanded::Yes : ui::Expanded::No; }

std::int64_t chosen_of(const FindForm& form, Facet facet) {
  return std::count_if(form.choices.begin(), form.choices.end(),
                       [facet](const FacetChoice& choice) { return choice.facet == facet; });
}

std::string with_chosen(const ui::Ui& ui, const std::string& title, std::int64_t chosen) {
  return chosen == 0 ? title : ui.plural("local_offer.narrow.chosen"_t, chosen, {{"title", title}});
}

// One that would leave nothing is not offered; one that is chosen can always be taken back.
bool is_offered(const FindForm& form, Facet facet, const FacetValue& value) {
  const FacetChoice choice{facet, value.value};
  if (std::find(form.choices.begin(), form.choices.end(), choice) != form.choices.end()) return true;
  return value.count > 0 && form.choices.size() < most_choices;
}

bool is_any_offered(const FindForm& form, const FacetCounts& facet) {
  const auto is_one = [&](const FacetValue& value) { return is_offered(form, facet.facet, value); };
  return std::any_of(facet.values.begin(), facet.values.end(), is_one);
}

bool value_ui(ui::Ui& ui, FindForm& form, const FacetChoice& choice, std::uint32_t count) {
  const auto found = std::find(form.choices.begin(), form.choices.end(), choice);
  bool is_chosen = found != form.choices.end();
  const auto words = choice_words(ui, choice);
  const auto language = ui.language_of(words ? ui.language() : ui::Language::English);
  const std::string label = words.value_or(choice.value) + " (" + std::to_string(count) + ")";
  if (!ui.checkbox("chosen", label, is_chosen)) return false;
  if (is_chosen) {
    form.choices.push_back(choice);
  } else {
    form.choices.erase(found);
  }
  return true;
}

}  // namespace

void NarrowUi::opener_ui(ui::Ui& ui, std::size_t set) {
  const std::string words = with_chosen(ui, ui.tr("local_offer.narrow.title"_t), static_cast<std::int64_t>(set));
  if (ui.disclosure("narrow", words, expanded(is_open_))) is_open_ = !is_open_;
}

bool NarrowUi::choices_ui(ui::Ui& ui, FindForm& form, const std::vector<FacetCounts>& facets) {
  bool is_changed = false;
  const auto list = ui.list("facets", ui.tr("local_offer.narrow.title"_t), ui::ListLook::Plain);
  for (const Facet facet : offered_facets) {
    const auto counts =
        std::find_if(facets.begin(), facets.end(), [facet](const FacetCounts& each) { return each.facet == facet; });
    if (counts == facets.end() || !is_any_offered(form, *counts)) continue;
    const auto item = ui.list_item(ui::Key("facet", static_cast<std::uint64_t>(facet)));
    is_changed |= facet_ui(ui, form, *counts);
  }
  return is_changed;
}

bool NarrowUi::facet_ui(ui::Ui& ui, FindForm& form, const FacetCounts& facet) {
  const auto number = static_cast<std::size_t>(facet.facet);
  const std::string title = facet_title(ui, facet.facet);
  if (ui.disclosure("open", with_chosen(ui, title, chosen_of(form, facet.facet)), expanded(open_[number])))
    open_.flip(number);
  if (!open_[number]) return false;
  bool is_changed = false;
  const auto list = ui.list("values", title, ui::ListLook::Plain);
  for (const FacetValue& value : facet.values) {
    if (!is_offered(form, facet.facet, value)) continue;
    const auto item = ui.list_item(ui::key_by("value", value.value));
    is_changed |= value_ui(ui, form, {facet.facet, value.value}, value.count);
  }
  return is_changed;
}

}  // namespace alongside::local_offer
