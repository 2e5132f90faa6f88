// loosened: the same search with one thing taken away, as a result offers it. Used by the find screen and
// by the page without scripts.
#pragma once

#include "plugins/local_offer/model/find_form.hpp"
#include "plugins/local_offer/model/search/search_result.hpp"

namespace alongside::local_offer {

FindForm loosened(const FindForm& form, const SearchResult& result, const Loosen& loosen);
FindForm without_hint(const FindForm& form, const Hint& hint);
FindForm without_choice(const FindForm& form, const FacetChoice& choice);

}  // namespace alongside::local_offer
