// narrow_html: what a search can be narrowed by, as boxes of a form that works without scripts, each with how
// many services it would leave. Used by find_html, inside its form.
#pragma once

#include "app/server/html_writer.hpp"
#include "app/server/language.hpp"
#include "plugins/local_offer/model/search/facet.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace alongside::local_offer {

enum class Opened : std::uint8_t { No, Yes };

// Begins the part that is closed until it is wanted; its title says how many are set. The caller writes fields of its
// own and the facets in it, and closes it.
void open_narrowing(server::HtmlWriter& html, std::size_t set, Opened opened, server::Language language);
void write_facets(server::HtmlWriter& html, const std::vector<FacetCounts>& facets,
                  const std::vector<FacetChoice>& choices, server::Language language);
// The words of a choice; a term of the feed's own as it is.
std::string choice_text(const FacetChoice& choice, server::Language language);

}  // namespace alongside::local_offer
