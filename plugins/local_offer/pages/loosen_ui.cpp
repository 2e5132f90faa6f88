#include "plugins/local_offer/pages/loosen_ui.hpp"

#include "app/ui/ui.hpp"
#include "plugins/local_offer/model/loosened.hpp"
#include "plugins/local_offer/pages/day_words.hpp"
#include "plugins/local_offer/pages/facet_words.hpp"
#include "plugins/local_offer/pages/find_route.hpp"

#include <string>

namespace alongside::local_offer {

using namespace ui::literals;

namespace {

std::string hint_words(const ui::Ui& ui, const Hint& hint) {
  switch (hint.kind) {
    case HintKind::Day: return day_name(ui, hint.number);
    case HintKind::Weekend: return ui.tr("local_offer.hint.weekend"_t);
    case HintKind::Quiet: return ui.tr("local_offer.hint.quiet"_t);
    case HintKind::Free: return ui.tr("local_offer.hint.free"_t);
    case HintKind::Holidays: return ui.tr("local_offer.hint.holidays"_t);
    case HintKind::Age: return ui.tr("local_offer.hint.age"_t, {{"age", std::to_string(hint.number)}});
    case HintKind::Near:
    case HintKind::PartOfDay:
    case HintKind::TermTime:
    case HintKind::DirectPayment:
    case HintKind::Under:
    case HintKind::Without:
    case HintKind::OtherDays: break;  // as the person wrote it
  }
  return hint.word;
}

// "Saturday, Sunday"
std::string chosen_in(const ui::Ui& ui, const FindForm& form, Facet facet) {
  std::string words;
  for (const FacetChoice& choice : form.choices) {
    if (choice.facet == facet) words += (words.empty() ? "" : ", ") + choice_text(ui, choice);
  }
  return words;
}

std::string loosen_words(const ui::Ui& ui, const FindForm& form, const SearchResult& result, const Loosen& loosen) {
  switch (loosen.kind) {
    case LoosenKind::Hint:
      return ui.tr("local_offer.loosen.hint"_t, {{"word", hint_words(ui, result.hints[loosen.hint])}});
    case LoosenKind::Words: return ui.tr("local_offer.loosen.words"_t);
    case LoosenKind::Age: return ui.tr("local_offer.loosen.age"_t);
    case LoosenKind::Distance: return ui.tr("local_offer.loosen.distance"_t);
    case LoosenKind::Choice:
      return ui.tr("local_offer.loosen.hint"_t, {{"word", chosen_in(ui, form, form.choices[loosen.hint].facet)}});
  }
  return {};
}

}  // namespace

void chips_ui(ui::Ui& ui, const FindForm& form, const std::vector<Hint>& hints) {
  if (hints.empty()) return;
  ui.text(ui.tr("local_offer.hint.title"_t), ui::TextLook::Soft);
  const auto row = ui.row("chips");
  for (const Hint& hint : hints) {
    const std::string word = hint_words(ui, hint);
    const auto index = static_cast<std::uint64_t>(hint.kind) * 256 + hint.number;
    ui.link(ui::Key("chip", index), ui.tr("local_offer.hint.remove"_t, {{"word", word}}),
            route_of(without_hint(form, hint)).text(), ui::LinkLook::Chip, ui::Icon::Cross);
  }
}

void choices_ui(ui::Ui& ui, const FindForm& form) {
  if (form.choices.empty()) return;
  ui.text(ui.tr("local_offer.narrow.yours"_t), ui::TextLook::Soft);
  const auto row = ui.row("choices");
  for (const FacetChoice& choice : form.choices) {
    const std::string name = std::string(name_of(choice.facet)) + "/" + choice.value;
    ui.link(ui::key_by("choice", name), ui.tr("local_offer.hint.remove"_t, {{"word", choice_text(ui, choice)}}),
            route_of(without_choice(form, choice)).text(), ui::LinkLook::Chip, ui::Icon::Cross);
  }
  if (form.choices.size() < 2) return;
  FindForm less = form;
  less.choices.clear();
  ui.link("none", ui.tr("local_offer.narrow.none"_t), route_of(less).text());
}

void loosen_ui(ui::Ui& ui, const FindForm& form, const SearchResult& result) {
  if (result.loosen.empty()) {
    ui.illustration("search");
    ui.sentence("local_offer.loosen.nothing"_t);
    ui.link("all", ui.tr("local_offer.loosen.all"_t), "/find", ui::LinkLook::Standalone);
    return;
  }
  ui.text(ui.tr("local_offer.loosen.title"_t));
  const auto list = ui.list("loosen", ui.tr("local_offer.loosen.title"_t), ui::ListLook::Plain);
  for (const Loosen& loosen : result.loosen) {
    const auto item = ui.list_item(ui::Key("item", static_cast<std::uint64_t>(loosen.kind) * 256 + loosen.hint));
    const std::string count = ui.plural("local_offer.find.count"_t, loosen.count);
    ui.link("link", loosen_words(ui, form, result, loosen) + " (" + count + ")",
            route_of(loosened(form, result, loosen)).text(), ui::LinkLook::Standalone);
  }
}

}  // namespace alongside::local_offer
