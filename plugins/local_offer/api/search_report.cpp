#include "plugins/local_offer/api/search_report.hpp"

#include "plugins/local_offer/api/fact_text.hpp"

#include <algorithm>

namespace alongside::local_offer {
namespace {

constexpr server::Language english = server::Language::English;

std::string service_lines(const ServiceSummary& service, const Hit& hit, Date today) {
  std::string line = "  " + service.name + " (" + service.organisation + ")\n      ";
  for (const std::string& fact :
       {hit.place, ages_text(service, english), days_text(service.days, english), cost_text(service.cost, english),
        checked_text(service.assured_date, today, english)}) {
    if (!fact.empty()) line += fact + (fact.back() == '.' ? " " : ". ");
  }
  line.back() = '\n';
  return line + "      " + service.id + "\n";
}

std::string what_of(const Loosen& loosen, const SearchQuery& query, const SearchResult& result) {
  switch (loosen.kind) {
    case LoosenKind::Hint: return "\"" + result.hints[loosen.hint].word + "\"";
    case LoosenKind::Words: return "the other words";
    case LoosenKind::Age: return "the age";
    case LoosenKind::Distance: return "the distance";
    case LoosenKind::Choice: break;
  }
  return "the " + std::string(name_of(query.choices[loosen.hint].facet)) + " that was chosen";
}

}  // namespace

std::string search_report(const OfferList& list, const SearchQuery& query, const SearchResult& result, Date today) {
  constexpr std::size_t most_shown = 20;
  std::string report =
      std::to_string(result.hits.size()) + " of " + std::to_string(list.services.size()) + " services.\n";
  for (const Hint& hint : result.hints) report += "Understood as a filter: " + hint.word + "\n";
  if (result.matched == WordMatch::Some) report += "Nothing has all of these words; these have some of them.\n";
  if (result.matched == WordMatch::AllThenSome)
    report += "Few have all of these words; they come first, and then those with some of them.\n";
  for (std::size_t i = 0; i < std::min(most_shown, result.hits.size()); ++i) {
    report += service_lines(list.services[result.hits[i].index], result.hits[i], today);
  }
  if (result.hits.size() > most_shown)
    report += "  … and " + std::to_string(result.hits.size() - most_shown) + " more\n";
  if (!result.similar.empty()) report += "More of the same kind:\n";
  for (const Hit& hit : result.similar) report += service_lines(list.services[hit.index], hit, today);
  for (const Loosen& loosen : result.loosen) {
    report += "Without " + what_of(loosen, query, result) + " there would be " + std::to_string(loosen.count) + ".\n";
  }
  return report;
}

}  // namespace alongside::local_offer
