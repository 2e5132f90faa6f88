#include "plugins/local_offer/api/narrow_html.hpp"

#include "plugins/local_offer/api/fact_text.hpp"
#include "plugins/local_offer/model/narrowing.hpp"
#include "plugins/local_offer/model/search/facet_values.hpp"

#include <algorithm>
#include <string_view>

namespace alongside::local_offer {
namespace {

using server::HtmlWriter;
using server::Language;
using server::Sentence;

constexpr Sentence narrow_title{"Narrow it down", "Culhau'r dewis"};
constexpr Sentence one_chosen{" chosen", " wedi'i ddewis"};
constexpr Sentence chosen{" chosen", " wedi'u dewis"};

Sentence facet_title(Facet facet) {
  switch (facet) {
    case Facet::Kind: return {"What kind", "Pa fath"};
    case Facet::Head: return {"Kind of help", "Math o help"};
    case Facet::Tier: return {"How much help", "Faint o help"};
    case Facet::Need: return {"Who it is for", "Ar gyfer pwy"};
    case Facet::Support: return {"Help that is there", "Help sydd yno"};
    case Facet::Day: return {"Day", "Diwrnod"};
    case Facet::PartOfDay: return {"Time of day", "Amser o'r dydd"};
    case Facet::Season: return {"Term time or holidays", "Tymor neu wyliau"};
    case Facet::Cost: return {"Cost", "Cost"};
    case Facet::Language: return {"Language", "Iaith"};
    case Facet::WayIn: return {"How to get a place", "Sut i gael lle"};
    case Facet::Space: return {"Places left", "Lleoedd ar ôl"};
    case Facet::Registration: return {"Registered with", "Wedi cofrestru gyda"};
    case Facet::Age:
    case Facet::Distance: break;  // they have fields of their own
  }
  return {"", ""};
}

struct TermWords {
  std::string_view term;
  Sentence words;
};

constexpr TermWords term_words[] = {
    {"morning", {"Morning", "Bore"}},
    {"afternoon", {"Afternoon", "Prynhawn"}},
    {"evening", {"Evening", "Gyda'r nos"}},
    {"overnight", {"Overnight", "Dros nos"}},
    {"term time", {"Term time", "Yn ystod y tymor"}},
    {"school holidays", {"School holidays", "Gwyliau ysgol"}},
    {"free", {"Free", "Am ddim"}},
    {"under £5", {"Under £5", "O dan £5"}},
    {"under £10", {"Under £10", "O dan £10"}},
    {"under £20", {"Under £20", "O dan £20"}},
    {"direct payment", {"Direct payment accepted", "Yn derbyn taliad uniongyrchol"}},
    {"places available", {"Places available", "Lleoedd ar gael"}},
    {"waiting list", {"Waiting list", "Rhestr aros"}},
    {"full", {"Full", "Yn llawn"}},
};

// Empty: a term of the feed's own.
std::string known_words(const FacetChoice& choice, Language language) {
  const auto days = fixed_values(Facet::Day);
  const auto day = std::find(days.begin(), days.end(), choice.value);
  if (choice.facet == Facet::Day && day != days.end())
    return days_text(static_cast<std::uint8_t>(1u << (day - days.begin())), language);
  if (choice.facet == Facet::Tier) return tier_text(tier_named(choice.value), language);
  if (choice.facet == Facet::WayIn) return way_in_text(way_in_named(choice.value), language);
  for (const TermWords& each : term_words) {
    if (same_term(each.term, choice.value)) return std::string(each.words.in(language));
  }
  return {};
}

struct Box {
  FacetChoice choice;
  std::string id;
  std::uint32_t count = 0;
  bool is_chosen = false;
};

void write_box(HtmlWriter& html, const Box& box, Language language) {
  const std::string words = known_words(box.choice, language);
  const std::string name(name_of(box.choice.facet));
  html.open("div", {{"class", "choice"}});
  if (box.is_chosen)
    html.empty(
        "input",
        {{"type", "checkbox"}, {"id", box.id}, {"name", name}, {"value", box.choice.value}, {"checked", "checked"}});
  else
    html.empty("input", {{"type", "checkbox"}, {"id", box.id}, {"name", name}, {"value", box.choice.value}});
  const std::string code(words.empty() ? "en" : server::code_of(language));
  const std::string label = (words.empty() ? box.choice.value : words) + " (" + std::to_string(box.count) + ")";
  html.element("label", {{"for", box.id}, {"lang", code}}, label).close();
}

void write_facet(HtmlWriter& html, const FacetCounts& facet, const std::vector<FacetChoice>& choices,
                 Language language) {
  bool is_begun = false;
  for (std::size_t i = 0; i < facet.values.size(); ++i) {
    Box box{{facet.facet, facet.values[i].value}, std::string(name_of(facet.facet)) + "-" + std::to_string(i)};
    box.count = facet.values[i].count;
    box.is_chosen = std::find(choices.begin(), choices.end(), box.choice) != choices.end();
    if (box.count == 0 && !box.is_chosen) continue;
    if (!is_begun) html.open("fieldset").element("legend", facet_title(facet.facet).in(language));
    is_begun = true;
    write_box(html, box, language);
  }
  if (is_begun) html.close();
}

}  // namespace

std::string choice_text(const FacetChoice& choice, Language language) {
  std::string words = known_words(choice, language);
  return words.empty() ? choice.value : words;
}

void open_narrowing(HtmlWriter& html, std::size_t set, Opened opened, Language language) {
  if (opened == Opened::No)
    html.open("details", {{"class", "narrow"}});
  else
    html.open("details", {{"class", "narrow"}, {"open", "open"}});
  std::string title(narrow_title.in(language));
  if (set > 0) title += ": " + std::to_string(set) + std::string((set == 1 ? one_chosen : chosen).in(language));
  html.element("summary", title);
}

void write_facets(HtmlWriter& html, const std::vector<FacetCounts>& facets, const std::vector<FacetChoice>& choices,
                  Language language) {
  for (const Facet facet : offered_facets) {
    const auto counts =
        std::find_if(facets.begin(), facets.end(), [facet](const FacetCounts& each) { return each.facet == facet; });
    if (counts != facets.end()) write_facet(html, *counts, choices, language);
  }
}

}  // namespace alongside::local_offer
