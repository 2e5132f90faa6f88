// narrow_html: what a search can be narrowed by, as boxes of a form that works without scripts, each with how
// many services it would leave. Used by find_html, inside its form.
#pragma once

#include "app/server/html_writer.hpp"
#include "app/server/language.hpp"
#include "plugins/local_offer/model/search/facet.hpp"

#include <string>
#include <vector>

namespace alongside::local_offer {

void write_narrowing(server::HtmlWriter& html, const std::vector<FacetCounts>& facets,
                     const std::vector<FacetChoice>& choices, server::Language language);
// The words of a choice; a term of the feed's own as it is.
std::string choice_text(const FacetChoice& choice, server::Language language);

}  // namespace alongside::local_offer
