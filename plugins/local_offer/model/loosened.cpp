#include "plugins/local_offer/model/loosened.hpp"

namespace alongside::local_offer {

FindForm without_hint(const FindForm& form, const Hint& hint) {
  FindForm less = form;
  less.words = hint.query_without;
  return less;
}

FindForm without_choice(const FindForm& form, const FacetChoice& choice) {
  FindForm less = form;
  std::erase(less.choices, choice);
  return less;
}

FindForm loosened(const FindForm& form, const SearchResult& result, const Loosen& loosen) {
  FindForm less = form;
  switch (loosen.kind) {
    case LoosenKind::Hint: return without_hint(form, result.hints[loosen.hint]);
    case LoosenKind::Words:
      less.words.clear();
      for (const Hint& hint : result.hints) less.words += (less.words.empty() ? "" : " ") + hint.word;
      break;
    case LoosenKind::Age: less.age.clear(); break;
    case LoosenKind::Distance: less.miles.clear(); break;
    // Within a facet any choice will do, so they go together.
    case LoosenKind::Choice:
      if (loosen.hint < form.choices.size()) {
        const Facet facet = form.choices[loosen.hint].facet;
        std::erase_if(less.choices, [facet](const FacetChoice& choice) { return choice.facet == facet; });
      }
      break;
  }
  return less;
}

}  // namespace alongside::local_offer
